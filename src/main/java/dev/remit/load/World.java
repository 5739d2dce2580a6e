package dev.remit.load;

import dev.remit.model.Condition;
import dev.remit.model.Domain;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.ProjectAttribute;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The states of the world a policy can mention, with the level asked about: a number for each attribute, permission and
 * fact, and its values.
 */
final class World {
    private static final List<String> BOOLEAN = List.of("false", "true");

    private final Map<String, Integer> variables = new HashMap<>();
    private final List<Map<String, Integer>> values = new ArrayList<>();
    private final List<BitSet> domains = new ArrayList<>();
    private final List<Formula> laws = new ArrayList<>();

    World(
            Collection<Level> levels,
            Collection<ProjectAttribute> attributes,
            Collection<Id.Register> registers,
            Collection<Fact> facts) {
        add(
                new Condition.LevelIs(Set.of()),
                levels.stream().map(each -> each.id().value()).toList());
        for (ProjectAttribute each : attributes) {
            add(new Condition.AttributeIs(each.id(), Set.of()), words(each.domain()));
        }
        for (Id.Register each : registers) {
            Condition.Leaf held = new Condition.Permitted(each);
            Condition.Leaf ever = new Condition.EverPermitted(each);
            add(held, BOOLEAN);
            add(ever, BOOLEAN);
            laws.add(new Formula.AnyOf(List.of(has(held, false), has(ever, true))));
        }
        facts.forEach(each -> add(new Condition.FactIs(each.id(), Set.of()), words(each.domain())));
    }

    private static List<String> words(Domain domain) {
        return domain.values().stream().map(Id.Value::value).toList();
    }

    private void add(Condition.Leaf leaf, List<String> words) {
        variables.put(leaf.about(), domains.size());
        Map<String, Integer> ordinals = new HashMap<>();
        words.forEach(word -> ordinals.put(word, ordinals.size()));
        values.add(ordinals);
        BitSet domain = new BitSet(words.size());
        domain.set(0, words.size());
        domains.add(domain);
    }

    /** What holds in every state whatever the policy says: who holds a permission has held it. */
    List<Formula> laws() {
        return laws;
    }

    /** Every variable with all its values. */
    BitSet[] anyState() {
        return domains.toArray(new BitSet[0]);
    }

    /** Narrows a state to one value; one that the variable cannot have was reported, and says nothing here. */
    void fix(BitSet[] state, String variable, String value) {
        Integer ordinal = values.get(number(variable)).get(value);
        if (ordinal != null) {
            BitSet only = new BitSet();
            only.set(ordinal);
            state[number(variable)] = only;
        }
    }

    /** Whether one of some formulas mentions a variable. */
    boolean isIn(Collection<Formula> formulas, String variable) {
        BitSet found = new BitSet();
        formulas.forEach(each -> each.collectVariables(found));
        return found.get(number(variable));
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

    private Formula has(Condition.Leaf leaf, boolean holds) {
        int number = number(leaf.about());
        Map<String, Integer> ordinals = values.get(number);
        BitSet wanted = new BitSet(ordinals.size());
        for (String value : leaf.holdsWith()) {
            Integer ordinal = ordinals.get(value);
            if (ordinal != null) {
                wanted.set(ordinal);
            }
        }
        if (!holds) {
            wanted.flip(0, ordinals.size());
        }
        return new Formula.Has(number, wanted);
    }

    private int number(String variable) {
        Integer number = variables.get(variable);
        if (number == null) {
            throw new IllegalStateException("not declared, which should have been reported before: " + variable);
        }
        return number;
    }
}
