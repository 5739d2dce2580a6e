package dev.remit.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes conditions so that order, repetition and nesting of parts, and the place of "not", make no difference. */
final class ConditionForms {
    private static final Form ALWAYS = new Form("and", new TreeMap<>());
    private static final Form NEVER = new Form("or", new TreeMap<>());

    private static final Set<Id.Value> TRUTH = new LinkedHashSet<>(Domain.BOOLEAN.values());

    private final Map<String, Set<Id.Value>> domains = new TreeMap<>();
    // By identity: named conditions are shared, and written out they could be very large.
    private final IdentityHashMap<Condition, Form> positive = new IdentityHashMap<>();
    private final IdentityHashMap<Condition, Form> negative = new IdentityHashMap<>();

    ConditionForms(Vocabulary vocabulary) {
        vocabulary
                .attributes()
                .forEach(each -> domains.put(
                        Variable.Kind.ATTRIBUTE.prefix() + each.id().value(), new LinkedHashSet<>(each.values())));
        domains.put(
                Condition.LevelIs.ABOUT,
                vocabulary.levels().stream()
                        .map(each -> new Id.Value(each.id().value()))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        vocabulary
                .facts()
                .forEach(each -> domains.put(
                        Variable.Kind.FACT.prefix() + each.id().value(),
                        new LinkedHashSet<>(each.domain().values())));
    }

    String of(Condition condition) {
        return form(condition, true).text();
    }

    private Form form(Condition condition, boolean holds) {
        IdentityHashMap<Condition, Form> known = holds ? positive : negative;
        Form form = known.get(condition);
        if (form == null) {
            form = made(condition, holds);
            known.put(condition, form);
        }
        return form;
    }

    private Form made(Condition condition, boolean holds) {
        if (condition instanceof Condition.Not not) {
            return form(not.condition(), !holds);
        }
        if (condition instanceof Condition.All all) {
            return holds ? all(all.parts(), true) : any(all.parts(), false);
        }
        if (condition instanceof Condition.AnyOf any) {
            return holds ? any(any.parts(), true) : all(any.parts(), false);
        }
        return leaf((Condition.Leaf) condition, holds);
    }

    private Form leaf(Condition.Leaf leaf, boolean holds) {
        Set<Id.Value> domain = domains.getOrDefault(leaf.about(), TRUTH);
        Set<Id.Value> values = new TreeSet<>(domain);
        values.removeIf(each -> leaf.holdsWith().contains(each.value()) != holds);
        if (values.isEmpty() || values.size() == domain.size()) {
            return values.isEmpty() ? NEVER : ALWAYS;
        }
        if (leaf instanceof Condition.AttributeIs is) {
            return Form.leaf(new Line("(attribute").quoted(is.attribute()).set("in", values) + ")");
        }
        if (leaf instanceof Condition.LevelIs) {
            return Form.leaf(new Line("(level").set("in", values) + ")");
        }
        boolean isTrue = values.contains(Domain.TRUE);
        if (leaf instanceof Condition.FactIs is) {
            return domain.equals(TRUTH)
                    ? truth("fact", is.fact(), isTrue)
                    : Form.leaf(new Line("(fact").quoted(is.fact()).set("in", values) + ")");
        }
        return leaf instanceof Condition.Permitted permitted
                ? truth("permitted", permitted.register(), isTrue)
                : truth("ever-permitted", ((Condition.EverPermitted) leaf).register(), isTrue);
    }

    private static Form truth(String what, Id id, boolean holds) {
        return Form.leaf(new Line((holds ? "(" : "(not ") + what).quoted(id) + ")");
    }

    private Form all(List<Condition> parts, boolean hold) {
        return combined(ALWAYS, NEVER, parts, hold);
    }

    private Form any(List<Condition> parts, boolean hold) {
        return combined(NEVER, ALWAYS, parts, hold);
    }

    private Form combined(Form neutral, Form decisive, List<Condition> parts, boolean holds) {
        List<Form> forms = new ArrayList<>();
        for (Condition part : parts) {
            Form form = form(part, holds);
            if (form.equals(decisive)) {
                return decisive;
            }
            forms.add(form);
        }
        return Form.combined(neutral, forms);
    }

    /** A condition as the set of its parts; a leaf has none but a text of its own. */
    private record Form(String word, SortedMap<String, Form> parts) {

        static Form leaf(String text) {
            return new Form(text, new TreeMap<>());
        }

        static Form combined(Form neutral, List<Form> forms) {
            SortedMap<String, Form> parts = new TreeMap<>();
            for (Form each : forms) {
                if (each.word.equals(neutral.word)) {
                    parts.putAll(each.parts);
                } else {
                    parts.put(each.text(), each);
                }
            }
            if (parts.isEmpty()) {
                return neutral;
            }
            return parts.size() == 1 ? parts.values().iterator().next() : new Form(neutral.word, parts);
        }

        String text() {
            if (parts.isEmpty()) {
                return word.equals(ALWAYS.word) ? "(always)" : word.equals(NEVER.word) ? "(never)" : word;
            }
            return "(" + word + " " + String.join(" ", parts.keySet()) + ")";
        }
    }
}
