package dev.remit.analyze.lint;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.RouteMode;
import dev.remit.model.Variable;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules that reach the same role, activity, level, work category and route, with the modes and duties that hold there.
 * Whatever is found about an overlap is true at every place that has the same one.
 *
 * @param rules the places of the rules in the policy
 * @param modes what the route can do about each opt-out register
 * @param level the level, where a rule's condition names levels
 * @param duties the duties of every grant there, from its work category and route
 */
record RuleOverlap(BitSet rules, Optional<Id.Level> level, List<RouteMode> modes, Set<Id.Obligation> duties) {

    /**
     * The place of an overlap.
     *
     * @param values for each dimension, the values between which the overlap makes no difference
     */
    record Where(List<Variable> dimensions, List<BitSet> values) {
        Where {
            dimensions = List.copyOf(dimensions);
            values = List.copyOf(values);
        }

        /** A question in the given state, moved to this place. */
        Assignment here(Assignment question) {
            Assignment moved = question;
            for (int i = 0; i < dimensions.size(); i++) {
                moved = moved.with(dimensions.get(i), any(dimensions.get(i)));
            }
            return moved;
        }

        /** The place of one of the values of a dimension. */
        int any(Variable dimension) {
            return values(dimension).nextSetBit(0);
        }

        /** The places of the values of a dimension. */
        BitSet values(Variable dimension) {
            return values.get(dimensions.indexOf(dimension));
        }
    }
}
