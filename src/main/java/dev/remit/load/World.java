package dev.remit.load;

import dev.remit.model.Condition;
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
    private static final int NO = 0;
    private static final int YES = 1;

    private final Map<Id, Integer> variables = new HashMap<>();
    private final Map<Id.Attribute, Map<Id.Value, Integer>> values = new HashMap<>();
    private final List<BitSet> domains = new ArrayList<>();

    World(Collection<ProjectAttribute> attributes, Collection<Id.Register> registers, Collection<Id.Fact> facts) {
        for (ProjectAttribute each : attributes) {
            Map<Id.Value, Integer> ordinals = new HashMap<>();
            each.values().forEach(value -> ordinals.put(value, ordinals.size()));
            values.put(each.id(), ordinals);
            add(each.id(), each.values().size());
        }
        registers.forEach(each -> add(each, 2));
        facts.forEach(each -> add(each, 2));
    }

    private void add(Id id, int size) {
        variables.put(id, domains.size());
        BitSet domain = new BitSet(size);
        domain.set(0, size);
        domains.add(domain);
    }

    /** Every variable with all its values. */
    BitSet[] anyState() {
        return domains.toArray(new BitSet[0]);
    }

    /** Narrows a state to one value; one that the attribute cannot have was reported, and says nothing here. */
    void fix(BitSet[] state, Id id, String value) {
        int ordinal = id instanceof Id.Attribute attribute
                ? ordinals(attribute).getOrDefault(new Id.Value(value), -1)
                : value.equals("true") ? YES : NO;
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
        if (condition instanceof Condition.FactHolds leaf) {
            return new Formula.Has(number(leaf.fact()), only(holds ? YES : NO));
        }
        if (condition instanceof Condition.Permitted leaf) {
            return new Formula.Has(number(leaf.register()), only(holds ? YES : NO));
        }
        if (condition instanceof Condition.AttributeIs leaf) {
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

    private Formula has(Condition.AttributeIs leaf, boolean holds) {
        Map<Id.Value, Integer> ordinals = ordinals(leaf.attribute());
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
        return new Formula.Has(number(leaf.attribute()), wanted);
    }

    private static BitSet only(int value) {
        BitSet only = new BitSet();
        only.set(value);
        return only;
    }

    private Map<Id.Value, Integer> ordinals(Id.Attribute attribute) {
        return values.getOrDefault(attribute, Map.of());
    }

    private int number(Id id) {
        Integer number = variables.get(id);
        if (number == null) {
            throw new IllegalStateException("not declared, which should have been reported before: " + id);
        }
        return number;
    }
}
