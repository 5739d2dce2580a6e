package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Invariant.Claim;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Reach;
import dev.remit.model.Rule;
import dev.remit.model.Scope;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the invariants that a yes to a question would break, from some of what the question says. An invariant counts only if
 * it would be broken however the rest is.
 */
final class BrokenClaims {
    private static final Comparator<Invariant> NARROWEST_FIRST = Comparator.<Invariant>comparingLong(
                    each -> size(premise(each.claim()).reach()))
            .thenComparingInt(each -> parts(each.claim()))
            .thenComparing(Invariant::id);

    private final List<Invariant> invariants;
    private final Space space;
    private final Assignment assignment;
    private final Map<Variable, BitSet> possible = new HashMap<>();
    private final boolean isWhole;

    private BrokenClaims(List<Invariant> invariants, Assignment assignment, Set<Variable.Kind> seen, boolean isWhole) {
        this.invariants = invariants;
        this.assignment = assignment;
        this.isWhole = isWhole;
        space = assignment.space();
        for (Variable each : space.dimensions()) {
            BitSet values = new BitSet();
            if (seen.contains(each.kind()) && !assignment.isOpen(each)) {
                values.set(assignment.value(each));
            } else {
                values.set(0, each.size());
            }
            possible.put(each, values);
        }
    }

    /** Those broken whatever else the question says than some of its dimensions. */
    static BrokenClaims seeing(
            List<Invariant> invariants, Assignment assignment, Variable.Kind first, Variable.Kind... more) {
        return new BrokenClaims(invariants, assignment, EnumSet.of(first, more), false);
    }

    /** Those broken by everything that the question says, if it were granted by one of some rules. */
    static BrokenClaims seeingAll(List<Invariant> invariants, Assignment assignment, List<Rule> granting) {
        BrokenClaims all = new BrokenClaims(invariants, assignment, EnumSet.allOf(Variable.Kind.class), true);
        all.possible.forEach((variable, values) -> {
            if (assignment.isOpen(variable) && !granting.isEmpty()) {
                BitSet reached = new BitSet();
                for (int value = 0; value < variable.size(); value++) {
                    int each = value;
                    reached.set(
                            each,
                            granting.stream().anyMatch(rule -> rule.reach().contains(variable, each)));
                }
                values.and(reached);
            }
        });
        return all;
    }

    /** The narrowest first: those about the fewest questions. */
    List<Invariant> find() {
        return invariants.stream()
                .filter(each -> isBroken(each.claim()))
                .sorted(NARROWEST_FIRST)
                .toList();
    }

    private boolean isBroken(Claim claim) {
        if (claim instanceof Claim.Never never) {
            return isIn(never.scope());
        }
        if (claim instanceof Claim.Only only) {
            return isIn(only.may()) && isOut(only.only());
        }
        return claim instanceof Claim.Implies implies && isIn(implies.whenever()) && isOut(implies.then());
    }

    /** Whether the question lies in a scope, however the rest is. */
    private boolean isIn(Scope scope) {
        return scope.granted().isEmpty()
                && scope.duties().isEmpty()
                && (isWhole || scope.asked().isEmpty())
                && scope.asked().entrySet().stream()
                        .allMatch(each -> each.getValue().contains(wish(each.getKey())))
                && possible.entrySet().stream()
                        .allMatch(each -> isWithin(scope.reach(), each.getKey(), each.getValue()))
                && !canBe(scope.when(), false);
    }

    /** Whether the question lies outside of a scope, however the rest is. */
    private boolean isOut(Scope scope) {
        return possible.entrySet().stream().anyMatch(each -> isApart(scope.reach(), each.getKey(), each.getValue()))
                || !canBe(scope.when(), true)
                || (isWhole
                        && scope.asked().entrySet().stream()
                                .anyMatch(each -> !each.getValue().contains(wish(each.getKey()))));
    }

    private OptOutRequest wish(Id.Register register) {
        return OptOutRequest.values()[assignment.value(space.wish(register))];
    }

    private static boolean isWithin(Reach reach, Variable dimension, BitSet values) {
        return values.stream().allMatch(value -> reach.contains(dimension, value));
    }

    private static boolean isApart(Reach reach, Variable dimension, BitSet values) {
        return values.stream().noneMatch(value -> reach.contains(dimension, value));
    }

    private boolean canBe(Condition condition, boolean wanted) {
        if (condition instanceof Condition.Leaf leaf) {
            Optional<Variable> about = space.find(leaf.about());
            return !isWhole
                    || about.isEmpty()
                    || assignment.isOpen(about.get())
                    || leaf.holdsWith().contains(assignment.word(about.get())) == wanted;
        }
        if (condition instanceof Condition.Not not) {
            return canBe(not.condition(), !wanted);
        }
        boolean isEach = condition instanceof Condition.All == wanted;
        return isEach
                ? condition.parts().stream().allMatch(part -> canBe(part, wanted))
                : condition.parts().stream().anyMatch(part -> canBe(part, wanted));
    }

    /** The questions a claim says something about. */
    private static Scope premise(Claim claim) {
        List<Scope> scopes = claim.scopes();
        return claim instanceof Claim.Only only ? only.may() : scopes.get(0);
    }

    /** How much a claim asks of them. */
    private static int parts(Claim claim) {
        Scope asked = claim instanceof Claim.Only only
                ? only.only()
                : claim.scopes().get(claim.scopes().size() - 1);
        return (int) asked.when().leaves().count()
                + asked.granted().size()
                + asked.duties().size();
    }

    /** How many ways there are to fill in the dimensions of a reach. */
    static long size(Reach reach) {
        return (long) reach.roles().size()
                * reach.activities().size()
                * reach.levels().size()
                * Math.max(1, reach.categories().size())
                * Math.max(1, reach.routes().size());
    }
}
