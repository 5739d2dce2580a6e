package dev.remit.diagram;

import dev.remit.model.Variable;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Partial assignments as ascending lists of numbers, one for each variable that has a value: what searches for minimal
 * assignments work with.
 */
public final class Literals {
    /** Shorter ones first, then in the order of variables and values. */
    public static final Comparator<int[]> SMALLEST_FIRST =
            Comparator.<int[]>comparingInt(each -> each.length).thenComparing(Arrays::compare);

    private Literals() {}

    /** A variable and the place of one of its values in one number; in order of variables, then of values. */
    public static int literal(Variable variable, int value) {
        return variable.index() << 16 | value;
    }

    /** The place of the variable of a literal. */
    public static int variable(int literal) {
        return literal >>> 16;
    }

    /** The place of the value of a literal. */
    public static int value(int literal) {
        return literal & 0xFFFF;
    }

    /** Whether every literal of one assignment is in another. */
    public static boolean isWithin(int[] smaller, int[] larger) {
        int at = 0;
        for (int literal : smaller) {
            while (at < larger.length && larger[at] < literal) {
                at++;
            }
            if (at == larger.length || larger[at] != literal) {
                return false;
            }
        }
        return true;
    }

    /** An assignment with one literal more. */
    public static int[] with(int[] assignment, int literal) {
        int[] longer = Arrays.copyOf(assignment, assignment.length + 1);
        longer[assignment.length] = literal;
        Arrays.sort(longer);
        return longer;
    }
}
