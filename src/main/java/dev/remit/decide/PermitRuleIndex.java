package dev.remit.decide;

import dev.remit.diagram.RuleIndex;
import dev.remit.model.Assignment;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Variable;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** In how many dimensions each permit rule of a policy does not reach a question. Immutable once made. */
final class PermitRuleIndex {
    private final List<Rule> rules;
    private final RuleIndex index;

    PermitRuleIndex(Policy policy, RuleIndex index) {
        rules = policy.rules();
        this.index = index;
    }

    /** How far each permit rule is from a situation. A dimension that is open is reached by all. */
    Distances of(Assignment assignment) {
        List<Variable> dimensions = index.dimensions();
        List<BitSet> exactly = IntStream.rangeClosed(0, dimensions.size())
                .mapToObj(distance -> new BitSet())
                .toList();
        exactly.get(0).or(index.permits());
        for (int i = 0; i < dimensions.size(); i++) {
            int asked = assignment.value(dimensions.get(i));
            if (asked != Assignment.OPEN) {
                move(exactly, index.reaching(i, asked), i);
            }
        }
        return new Distances(rules, exactly);
    }

    /** The permit rules that reach what a situation says in some dimensions. One that is open is reached by all. */
    List<Rule> reaching(Assignment assignment, Set<Variable.Kind> dimensions) {
        BitSet reaching = index.permits();
        for (int i = 0; i < index.dimensions().size(); i++) {
            Variable dimension = index.dimensions().get(i);
            if (dimensions.contains(dimension.kind()) && !assignment.isOpen(dimension)) {
                reaching.and(index.reaching(i, assignment.value(dimension)));
            }
        }
        return reaching.stream().mapToObj(rules::get).toList();
    }

    /** Moves the rules that do not reach a value one farther; so far none is farther than it can be. */
    private static void move(List<BitSet> exactly, BitSet reaching, int farthest) {
        for (int distance = farthest; distance >= 0; distance--) {
            BitSet farther = (BitSet) exactly.get(distance).clone();
            farther.andNot(reaching);
            exactly.get(distance + 1).or(farther);
            exactly.get(distance).and(reaching);
        }
    }

    /**
     * Permit rules by the number of dimensions in which they do not reach a situation.
     *
     * @param rules every rule
     * @param exactly for each such number the places of the permits
     */
    record Distances(List<Rule> rules, List<BitSet> exactly) {
        /** The largest number there can be. */
        int farthest() {
            return exactly.size() - 1;
        }

        /** The rules at one distance, in order. */
        List<Rule> rules(int distance) {
            return exactly.get(distance).stream().mapToObj(rules::get).toList();
        }
    }
}
