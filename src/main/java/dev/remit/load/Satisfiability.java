package dev.remit.load;

import dev.remit.load.ConstraintReader.ReadConstraint;
import dev.remit.model.Condition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds which conditions can hold in some state of the world that the constraints let exist. */
final class Satisfiability {
    private final World world;
    private final Search search;
    private final List<ReadConstraint> constraints;
    private final List<Formula> claims = new ArrayList<>();
    private final Map<Condition, Boolean> known = new HashMap<>();

    private Satisfiability(World world, Search search, List<ReadConstraint> constraints) {
        this.world = world;
        this.search = search;
        this.constraints = List.copyOf(constraints);
        constraints.forEach(each -> claims.add(world.formula(each.claim(), true)));
    }

    /** Among all states. */
    static Satisfiability of(World world) {
        return new Satisfiability(world, new Search(), List.of());
    }

    /** Among the states that some constraints let exist. */
    Satisfiability under(List<ReadConstraint> more) {
        return new Satisfiability(world, search, more);
    }

    List<ReadConstraint> constraints() {
        return constraints;
    }

    /** Whether some constraint mentions a variable. */
    boolean speaksOf(String variable) {
        return world.isIn(claims, variable);
    }

    /** Whether a condition can hold. */
    boolean isPossible(Condition condition) {
        Boolean found = known.get(condition);
        if (found == null) {
            found = isPossible(List.of(condition));
            known.put(condition, found);
        }
        return found;
    }

    /** Whether conditions can hold together. */
    boolean isPossible(List<Condition> together) {
        List<Formula> formulas = new ArrayList<>(claims);
        together.forEach(each -> formulas.add(world.formula(each, true)));
        return isPossible(formulas, world.anyState());
    }

    private boolean isPossible(List<Formula> formulas, BitSet[] state) {
        List<Formula> all = new ArrayList<>(world.laws());
        all.addAll(formulas);
        return search.isPossible(all, state);
    }

    /** Whether a condition could hold if there were no constraints. */
    boolean isPossibleAlone(Condition condition) {
        return isPossible(List.of(world.formula(condition, true)), world.anyState());
    }

    /** The first constraint that by itself keeps a condition from holding, if one does. */
    Optional<ReadConstraint> ruledOutBy(Condition condition) {
        Formula formula = world.formula(condition, true);
        return excluding(List.of(formula), world.anyState());
    }

    /** The constraints that no completion of a state satisfies; if only several together do not, the last of them. */
    List<ReadConstraint> brokenBy(BitSet[] state) {
        List<ReadConstraint> broken = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            if (!isPossible(List.of(claims.get(i)), state)) {
                broken.add(constraints.get(i));
            }
        }
        if (broken.isEmpty() && !isPossible(claims, state)) {
            broken.add(constraints.get(lastOfClash(state)));
        }
        return broken;
    }

    /** The constraint with which no state at all is left, if that is so. */
    Optional<ReadConstraint> impossible() {
        BitSet[] state = world.anyState();
        return isPossible(claims, state) ? Optional.empty() : Optional.of(constraints.get(lastOfClash(state)));
    }

    private Optional<ReadConstraint> excluding(List<Formula> given, BitSet[] state) {
        for (int i = 0; i < claims.size(); i++) {
            List<Formula> both = new ArrayList<>(given);
            both.add(claims.get(i));
            if (!isPossible(both, state)) {
                return Optional.of(constraints.get(i));
            }
        }
        return Optional.empty();
    }

    private int lastOfClash(BitSet[] state) {
        int size = 1;
        while (size < claims.size() && isPossible(claims.subList(0, size), state)) {
            size++;
        }
        return size - 1;
    }
}
