package dev.remit.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A question in its plainest form: for each variable of a {@link Space} a value, or open. An open choice means "any",
 * open knowledge means "unknown". Immutable.
 */
public final class Assignment {
    /** Stands in place of a value that is left open. */
    public static final int OPEN = -1;

    private final Space space;
    private final int[] values;

    private Assignment(Space space, int[] values) {
        this.space = space;
        this.values = values;
    }

    /** A situation where every variable is open but the opt-out wishes, which are unstated. */
    public static Assignment open(Space space) {
        int[] values = new int[space.variables().size()];
        for (Variable each : space.variables()) {
            values[each.index()] = each.kind() == Variable.Kind.WISH ? OptOutRequest.UNSTATED.ordinal() : OPEN;
        }
        return new Assignment(space, values);
    }

    /** A situation of given values, one for each variable in order. */
    public static Assignment of(Space space, int[] values) {
        int[] own = values.clone();
        if (own.length != space.variables().size()) {
            throw new IllegalArgumentException("values: expected one for each variable");
        }
        for (int index = 0; index < own.length; index++) {
            if (own[index] < OPEN || own[index] >= space.size(index)) {
                throw new IllegalArgumentException("values: " + own[index] + " is no value of "
                        + space.variables().get(index).name());
            }
        }
        return new Assignment(space, own);
    }

    /** The space this situation lies in. */
    public Space space() {
        return space;
    }

    /** The value of a variable as its place among the variable's values, or {@link #OPEN}. */
    public int value(Variable variable) {
        return values[variable.index()];
    }

    /** Whether a variable is left open. */
    public boolean isOpen(Variable variable) {
        return values[variable.index()] == OPEN;
    }

    /** The word for a variable's value; the variable must not be open. */
    public String word(Variable variable) {
        if (isOpen(variable)) {
            throw new IllegalStateException(variable.name() + " is open");
        }
        return variable.values().get(value(variable));
    }

    /** Whether a boolean variable is known to be true. */
    public boolean isTrue(Variable variable) {
        return value(variable) == 1;
    }

    /** This situation with one variable set, or opened by {@link #OPEN}. */
    public Assignment with(Variable variable, int value) {
        int[] changed = values.clone();
        changed[variable.index()] = value;
        return of(space, changed);
    }

    /** The values, one for each variable in order. */
    public int[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Assignment that
                && space.variables().equals(that.space.variables())
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Variable each : space.variables()) {
            if (!isOpen(each)) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(each.name())
                        .append('=')
                        .append(word(each));
            }
        }
        return text.toString();
    }
}
