package dev.remit.report;

import dev.remit.model.Condition;
import dev.remit.model.Condition.All;
import dev.remit.model.Condition.AnyOf;
import dev.remit.model.Condition.Leaf;
import dev.remit.model.Element;
import dev.remit.model.Id;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Alternatives that are one case for each value: that two things have the same value, that a set has the value of another
 * thing, or that a set has one of several elements. Each is a single sentence.
 */
final class ValueCases {
    private static final Id.Value NONE = new Id.Value("none");

    private final Glossary words;

    ValueCases(Glossary words) {
        this.words = words;
    }

    /** The sentence that alternatives amount to; empty if they are no such cases, or do not cover every value. */
    Optional<String> sentence(AnyOf alternatives) {
        List<Condition> parts = alternatives.parts();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        return elements(parts).or(() -> pairs(parts));
    }

    private Optional<String> elements(List<Condition> parts) {
        Set<String> sets = new LinkedHashSet<>();
        Set<String> elements = new LinkedHashSet<>();
        for (Condition each : parts) {
            Optional<Element> element =
                    each instanceof Leaf leaf && leaf.holdsWith().equals(Condition.TRUE)
                            ? Element.named(leaf.about())
                            : Optional.empty();
            sets.add(element.map(Element::set).orElse(""));
            element.map(Element::value).ifPresent(elements::add);
        }
        return sets.size() == 1 && elements.size() == parts.size()
                ? Optional.of(words.titleOfSet(id((Leaf) parts.get(0))) + " has "
                        + Glossary.joined(List.copyOf(elements), "or"))
                : Optional.empty();
    }

    private Optional<String> pairs(List<Condition> parts) {
        Set<String> abouts = new LinkedHashSet<>();
        Set<Id.Value> covered = new LinkedHashSet<>();
        for (Condition each : parts) {
            Optional<Pair> pair = Pair.of(each);
            abouts.add(pair.map(found -> found.name()).orElse(""));
            pair.ifPresent(found -> covered.add(found.value));
        }
        if (abouts.size() > 1 || covered.size() < parts.size()) {
            return Optional.empty();
        }
        Pair first = Pair.of(parts.get(0)).orElseThrow();
        if (first.other instanceof Condition.LevelIs) {
            return levels(first, covered);
        }
        Set<Id.Value> all = new LinkedHashSet<>(values(first.other));
        all.remove(NONE);
        if (!covered.equals(all)) {
            return Optional.empty();
        }
        String other = words.within(id(first.other));
        return Optional.of(
                first.isOfSet()
                        ? words.titleOfSet(id(first.one)) + " has the " + other
                        : words.title(id(first.one)) + " and " + other + " are the same");
    }

    private Optional<String> levels(Pair first, Set<Id.Value> covered) {
        Set<Id.Value> all = new LinkedHashSet<>();
        words.vocabulary()
                .levels()
                .forEach(each -> all.add(new Id.Value(each.id().value())));
        all.remove(NONE);
        return covered.equals(all) && first.isOfSet()
                ? Optional.of(words.titleOfSet(id(first.one)) + " has the level asked about")
                : Optional.empty();
    }

    /** Two leaves that both hold with the same value; the first can be an element of a set. */
    private record Pair(Leaf one, Leaf other, Id.Value value) {
        static Optional<Pair> of(Condition condition) {
            if (!(condition instanceof All all)
                    || all.parts().size() != 2
                    || !(all.parts().get(0) instanceof Leaf one)
                    || !(all.parts().get(1) instanceof Leaf other)
                    || other.holdsWith().size() != 1
                    || one.holdsWith().size() != 1
                    || Element.named(other.about()).isPresent()) {
                return Optional.empty();
            }
            Id.Value value = new Id.Value(other.holdsWith().iterator().next());
            Optional<Element> element = Element.named(one.about());
            boolean isAlike = element.isPresent()
                    ? one.holdsWith().equals(Condition.TRUE)
                            && element.get().value().equals(value.value())
                    : one.holdsWith().contains(value.value());
            return isAlike ? Optional.of(new Pair(one, other, value)) : Optional.empty();
        }

        boolean isOfSet() {
            return Element.named(one.about()).isPresent();
        }

        String name() {
            return Element.owner(one.about()) + " " + other.about();
        }
    }

    private static Id id(Leaf leaf) {
        if (leaf instanceof Condition.FactIs is) {
            return is.fact();
        }
        if (leaf instanceof Condition.AttributeIs is) {
            return is.attribute();
        }
        return leaf instanceof Condition.Permitted held ? held.register() : ((Condition.EverPermitted) leaf).register();
    }

    private List<Id.Value> values(Leaf leaf) {
        Id id = id(leaf);
        return words.vocabulary().attributes().stream()
                .filter(each -> each.id().equals(id))
                .map(each -> each.values())
                .findFirst()
                .or(() -> words.vocabulary().facts().stream()
                        .filter(each -> each.id().equals(id))
                        .map(each -> each.domain().values())
                        .findFirst())
                .orElse(List.of());
    }
}
