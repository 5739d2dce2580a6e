package dev.remit.report;

import dev.remit.model.Condition;
import dev.remit.model.Condition.All;
import dev.remit.model.Condition.AnyOf;
import dev.remit.model.Condition.AttributeIs;
import dev.remit.model.Condition.FactIs;
import dev.remit.model.Condition.Leaf;
import dev.remit.model.Condition.LevelIs;
import dev.remit.model.Condition.Not;
import dev.remit.model.Id;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Simplifies a condition without changing its meaning. Expanded names leave lists within lists of the same kind, and
 * alternatives that differ only in the values of one attribute or fact; both are merged.
 */
final class PlainCondition {
    private PlainCondition() {}

    static Condition of(Condition condition) {
        if (condition instanceof All all) {
            Set<Condition> parts = new LinkedHashSet<>();
            all.parts().forEach(part -> parts.addAll(conjuncts(of(part))));
            return parts.size() == 1 ? parts.iterator().next() : new All(List.copyOf(parts));
        }
        if (condition instanceof AnyOf any) {
            Set<Condition> parts = new LinkedHashSet<>();
            for (Condition part : any.parts()) {
                Condition plain = of(part);
                parts.addAll(plain instanceof AnyOf inner ? inner.parts() : List.of(plain));
            }
            List<Condition> merged = merged(parts);
            return merged.size() == 1 ? merged.get(0) : new AnyOf(merged);
        }
        return condition instanceof Not not ? new Not(of(not.condition())) : condition;
    }

    private static List<Condition> conjuncts(Condition condition) {
        return condition instanceof All all ? all.parts() : List.of(condition);
    }

    private static List<Condition> merged(Set<Condition> parts) {
        List<Condition> merged = new ArrayList<>();
        for (Condition part : parts) {
            Condition added = part;
            for (int i = 0; i < merged.size(); i++) {
                Optional<Condition> both = both(merged.get(i), added);
                if (both.isPresent()) {
                    // The merged part may now merge with another one, so it is added anew.
                    added = both.get();
                    merged.remove(i);
                    i = -1;
                }
            }
            merged.add(added);
        }
        return merged;
    }

    private static Condition with(Leaf leaf, Set<Id.Value> values) {
        if (leaf instanceof AttributeIs is) {
            return new AttributeIs(is.attribute(), values);
        }
        if (leaf instanceof LevelIs) {
            return new LevelIs(
                    values.stream().map(each -> new Id.Level(each.value())).collect(Collectors.toSet()));
        }
        return leaf instanceof FactIs is ? new FactIs(is.fact(), values) : leaf;
    }

    /** Merges two conditions that differ only in the values of an attribute or a fact. */
    private static Optional<Condition> both(Condition one, Condition other) {
        List<Condition> own = new ArrayList<>(conjuncts(one));
        List<Condition> others = new ArrayList<>(conjuncts(other));
        own.removeAll(conjuncts(other));
        others.removeAll(conjuncts(one));
        if (own.size() == 1
                && others.size() == 1
                && own.get(0) instanceof Leaf here
                && others.get(0) instanceof Leaf there
                && here.getClass() == there.getClass()
                && here.about().equals(there.about())) {
            Set<Id.Value> values = new LinkedHashSet<>();
            here.holdsWith().forEach(each -> values.add(new Id.Value(each)));
            there.holdsWith().forEach(each -> values.add(new Id.Value(each)));
            List<Condition> parts = new ArrayList<>(conjuncts(one));
            parts.set(parts.indexOf(here), with(here, values));
            return Optional.of(parts.size() == 1 ? parts.get(0) : new All(parts));
        }
        return Optional.empty();
    }
}
