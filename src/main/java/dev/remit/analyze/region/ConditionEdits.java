package dev.remit.analyze.region;

import dev.remit.model.Condition;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Every single edit of a condition: each part dropped or negated, each list of values widened or narrowed by one. */
public final class ConditionEdits {
    private final Vocabulary vocabulary;
    private final Map<String, Condition> edits = new LinkedHashMap<>();

    private ConditionEdits(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The edited conditions, by edit. */
    public static Map<String, Condition> edits(Condition condition, Vocabulary vocabulary) {
        ConditionEdits conditions = new ConditionEdits(vocabulary);
        if (!condition.equals(Condition.ALWAYS)) {
            conditions.edit(condition, edited -> edited);
        }
        return conditions.edits;
    }

    private void edit(Condition part, UnaryOperator<Condition> whole) {
        put("negate " + words(part), whole.apply(new Condition.Not(part)));
        if (part instanceof Condition.All all) {
            parts("all", all.parts(), parts -> whole.apply(new Condition.All(parts)));
        } else if (part instanceof Condition.AnyOf any) {
            parts("any", any.parts(), parts -> whole.apply(new Condition.AnyOf(parts)));
        } else if (part instanceof Condition.Not not) {
            edit(not.condition(), inner -> whole.apply(new Condition.Not(inner)));
        } else if (part instanceof Condition.AttributeIs is && element(is).isEmpty()) {
            values(
                    is,
                    is.values(),
                    domain(is.attribute()),
                    values -> whole.apply(new Condition.AttributeIs(is.attribute(), values)));
        } else if (part instanceof Condition.FactIs is && !domain(is.fact()).equals(Domain.BOOLEAN.values())) {
            values(is, is.values(), domain(is.fact()), values -> whole.apply(new Condition.FactIs(is.fact(), values)));
        }
        if (part instanceof Condition.LevelIs is) {
            values(
                    is,
                    is.levels().stream().map(each -> new Id.Value(each.value())).collect(Collectors.toSet()),
                    vocabulary.levels().stream()
                            .map(each -> new Id.Value(each.id().value()))
                            .toList(),
                    values -> whole.apply(new Condition.LevelIs(values.stream()
                            .map(each -> new Id.Level(each.value()))
                            .collect(Collectors.toSet()))));
        }
        if (!(part instanceof Condition.All) && !(part instanceof Condition.AnyOf)) {
            put("drop " + words(part), whole.apply(Condition.ALWAYS));
        }
    }

    private void parts(String kind, List<Condition> parts, Function<List<Condition>, Condition> whole) {
        for (int i = 0; i < parts.size(); i++) {
            int place = i;
            List<Condition> without = new ArrayList<>(parts);
            without.remove(place);
            if (!without.isEmpty()) {
                put("drop " + words(parts.get(place)) + " from " + kind, whole.apply(without));
            }
            edit(parts.get(place), edited -> {
                List<Condition> changed = new ArrayList<>(parts);
                changed.set(place, edited);
                return whole.apply(changed);
            });
        }
    }

    private List<Id.Value> domain(Id.Attribute attribute) {
        return vocabulary.attributes().stream()
                .filter(each -> each.id().equals(attribute))
                .map(ProjectAttribute::values)
                .findFirst()
                .orElse(List.of());
    }

    private List<Id.Value> domain(Id.Fact fact) {
        return vocabulary.facts().stream()
                .filter(each -> each.id().equals(fact))
                .map(each -> each.domain().values())
                .findFirst()
                .orElse(List.of());
    }

    private void values(
            Condition.Leaf leaf, Set<Id.Value> written, List<Id.Value> all, Function<Set<Id.Value>, Condition> whole) {
        for (Id.Value value : all) {
            TreeSet<Id.Value> changed = new TreeSet<>(written);
            boolean narrowed = changed.remove(value);
            if (!narrowed) {
                changed.add(value);
            }
            if (!changed.isEmpty()) {
                put((narrowed ? "narrow " : "widen ") + name(leaf) + " by " + value, whole.apply(changed));
            }
        }
    }

    /** Adds an edited condition. Equal edits in several places of a condition get a number. */
    private void put(String edit, Condition condition) {
        String name = edit;
        for (int number = 2; edits.containsKey(name); number++) {
            name = edit + " (" + number + ")";
        }
        edits.put(name, condition);
    }

    /** What edits call what a leaf is over; the level is a word of the reach of a rule too. */
    private static String name(Condition.Leaf leaf) {
        return leaf instanceof Condition.LevelIs ? "level compared" : leaf.about();
    }

    private static Optional<Element> element(Condition.Leaf leaf) {
        return Element.named(leaf.about());
    }

    private static String words(Condition.Leaf leaf) {
        Optional<Element> element = element(leaf);
        if (element.isPresent()) {
            return element.get().phrase(leaf.holdsWith().equals(Condition.TRUE));
        }
        boolean isTruth =
                !(leaf instanceof Condition.AttributeIs) && leaf.holdsWith().equals(Condition.TRUE);
        return isTruth
                ? leaf.about()
                : leaf.about() + ": " + leaf.holdsWith().stream().sorted().collect(Collectors.joining(" or "));
    }

    public static String words(Condition condition) {
        if (condition instanceof Condition.Leaf leaf) {
            return words(leaf);
        }
        if (condition instanceof Condition.Not not) {
            return "not " + words(not.condition());
        }
        if (condition instanceof Condition.All all) {
            return "(" + all.parts().stream().map(ConditionEdits::words).collect(Collectors.joining(" and ")) + ")";
        }
        return "("
                + ((Condition.AnyOf) condition)
                        .parts().stream().map(ConditionEdits::words).collect(Collectors.joining(" or "))
                + ")";
    }
}
