package dev.remit.load;

import dev.remit.model.Condition;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The states of the world a policy can mention: a number for each attribute, permission and fact, and its values. */
final class World {
    private final Map<Id, Integer> variables = new HashMap<>();
    private final Map<Id, Map<Id.Value, Integer>> values = new HashMap<>();
    private final List<BitSet> domains = new ArrayList<>();

    World(Collection<ProjectAttribute> attributes, Collection<Id.Register> registers, Collection<Fact> facts) {
        attributes.forEach(each -> add(each.id(), each.values()));
        registers.forEach(each -> add(each, ProjectAttribute.BOOLEAN));
        facts.forEach(each -> add(each.id(), each.domain().values()));
    }

    private void add(Id id, List<Id.Value> domain) {
        Map<Id.Value, Integer> ordinals = new HashMap<>();
        domain.forEach(value -> ordinals.put(value, ordinals.size()));
        values.put(id, ordinals);
        variables.put(id, domains.size());
        BitSet all = new BitSet(ordinals.size());
        all.set(0, ordinals.size());
        domains.add(all);
    }

    /** Every variable with all its values. */
    BitSet[] anyState() {
        return domains.toArray(new BitSet[0]);
    }

    /** Narrows a state to one value; one that the attribute cannot have was reported, and says nothing here. */
    void fix(BitSet[] state, Id id, String value) {
        int ordinal = ordinals(id).getOrDefault(new Id.Value(value), -1);
        if (ordinal >= 0) {
            state[number(id)] = only(ordinal);
        }
    }

    /** Whether one of some formulas mentions an attribute, permission or fact. */
    boolean isIn(Collection<Formula> formulas, Id id) {
        BitSet found = new BitSet();
        formulas.forEach(each -> each.collectVariables(found));
        return found.get(number(id));
    }

    /** A condition, or what holds exactly when it does not. */
    Formula formula(Condition condition, boolean holds) {
        if (condition instanceof Condition.Leaf leaf) {
            return has(leaf, holds);
        }
        if (condition instanceof Condition.Not not) {
            return formula(not.condition(), !holds);
        }
        boolean isAll = condition instanceof Condition.All;
        List<Formula> parts =
                condition.parts().stream().map(part -> formula(part, holds)).toList();
        return isAll == holds ? new Formula.All(parts) : new Formula.AnyOf(parts);
    }

    private static Id id(Condition.Leaf leaf) {
        if (leaf instanceof Condition.FactIs is) {
            return is.fact();
        }
        return leaf instanceof Condition.AttributeIs is ? is.attribute() : ((Condition.Permitted) leaf).register();
    }

    private Formula has(Condition.Leaf leaf, boolean holds) {
        Id id = id(leaf);
        Map<Id.Value, Integer> ordinals = ordinals(id);
        BitSet wanted = new BitSet(ordinals.size());
        for (Id.Value value : leaf.values()) {
            Integer ordinal = ordinals.get(value);
            if (ordinal != null) {
                wanted.set(ordinal);
            }
        }
        if (!holds) {
            wanted.flip(0, ordinals.size());
        }
        return new Formula.Has(number(id), wanted);
    }

    private static BitSet only(int value) {
        BitSet only = new BitSet();
        only.set(value);
        return only;
    }

    private Map<Id.Value, Integer> ordinals(Id id) {
        return values.getOrDefault(id, Map.of());
    }

    private int number(Id id) {
        Integer number = variables.get(id);
        if (number == null) {
            throw new IllegalStateException("not declared, which should have been reported before: " + id);
        }
        return number;
    }
}
