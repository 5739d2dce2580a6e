package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values that a fact or a project attribute can have, and the one it has where nobody says any.
 *
 * @param values the values in the order declared; {@code false} and {@code true} for what is simply one or the other
 * @param ifUnsaid the value it has where a closed question or a register leaves it out; empty if it is unknown then
 */
public record Domain(List<Id.Value> values, Optional<Id.Value> ifUnsaid) {
    /** The value of what does not hold. */
    public static final Id.Value FALSE = new Id.Value("false");

    /** The value of what holds. */
    public static final Id.Value TRUE = new Id.Value("true");

    /** That value alone. */
    public static final Set<Id.Value> ONLY_TRUE = Sorted.set(Set.of(TRUE));

    private static final List<Id.Value> TRUTH = List.of(FALSE, TRUE);

    /** True or false, and false where nobody says so. */
    public static final Domain BOOLEAN = new Domain(TRUTH, Optional.of(FALSE));

    public Domain {
        values = List.copyOf(values);
        requireNonNull(ifUnsaid, "ifUnsaid");
        if (!ifUnsaid.stream().allMatch(values::contains)) {
            throw new IllegalArgumentException("ifUnsaid: is none of the values");
        }
    }

    /** A list of values, unknown where nobody says one; {@code false} and {@code true} make {@link #BOOLEAN}. */
    public static Domain of(List<Id.Value> values) {
        return values.equals(TRUTH) ? BOOLEAN : new Domain(values, Optional.empty());
    }

    /** Whether an element is in a set. */
    public static Domain ofElement(Optional<Boolean> ifUnsaid) {
        return new Domain(TRUTH, ifUnsaid.map(there -> there ? TRUE : FALSE));
    }

    /** Whether it is simply true or false. */
    public boolean isBoolean() {
        return values.equals(TRUTH);
    }
}
