package dev.remit.model;

import java.util.List;
import java.util.Optional;

/**
 * What a permission that is held says of the past: it has been held. So whoever says one of the two says the other as
 * well, and a project that holds what it has never held is no state of the world. Immutable.
 */
public final class PermissionMemory {
    private final Space space;
    private final List<Id.Register> registers;
    private final int[] held;
    private final int[] ever;

    /** The memory of every permission of a space. */
    public PermissionMemory(Space space) {
        this.space = space;
        registers = space.variables().stream()
                .filter(each -> each.kind() == Variable.Kind.PERMISSION)
                .map(each -> new Id.Register(each.id()))
                .toList();
        held = registers.stream()
                .mapToInt(each -> space.permission(each).index())
                .toArray();
        ever = registers.stream()
                .mapToInt(each -> space.everPermitted(each).index())
                .toArray();
    }

    /**
     * Fills in what follows from what is known; a contradiction stays as it is.
     *
     * @param values the value of each variable of the space, by its place; {@link Assignment#OPEN} if it is not known
     */
    public void fill(int[] values) {
        for (int i = 0; i < held.length; i++) {
            if (values[held[i]] == 1 && values[ever[i]] == Assignment.OPEN) {
                values[ever[i]] = 1;
            } else if (values[ever[i]] == 0 && values[held[i]] == Assignment.OPEN) {
                values[held[i]] = 0;
            }
        }
    }

    /** Makes the past fit: where a permission is held, it has been; where it may be held, it may have been. */
    public void fit(int[] values) {
        for (int i = 0; i < held.length; i++) {
            if (values[held[i]] != 0 && values[ever[i]] == 0) {
                values[ever[i]] = values[held[i]];
            }
        }
    }

    /** Whether some permission is said to be held and never to have been. */
    public boolean isContradicted(int[] values) {
        return contradicted(values) >= 0;
    }

    /** The first register whose permission is said to be held and never to have been. */
    public Optional<Id.Register> contradiction(int[] values) {
        int at = contradicted(values);
        return at < 0 ? Optional.empty() : Optional.of(registers.get(at));
    }

    private int contradicted(int[] values) {
        for (int i = 0; i < held.length; i++) {
            if (values[held[i]] == 1 && values[ever[i]] == 0) {
                return i;
            }
        }
        return -1;
    }

    /** What is said of the present by whoever is about to speak of a permission's past; else that it is not held. */
    public int present(Variable past, int[] values) {
        return past.kind() == Variable.Kind.EVER
                ? values[space.permission(new Id.Register(past.id())).index()]
                : 0;
    }

    /** Whether a value of a variable fits what is said of the present, as it always does if it is not about a past. */
    public boolean fits(Variable variable, int value, int[] values) {
        return switch (present(variable, values)) {
            case 0 -> true;
            case 1 -> value == 1;
            default -> value != 0;
        };
    }

    /**
     * The variable from whose value that of another follows: a permission that was never held is not held, and one that is
     * held has been. Empty if the value follows from nothing that is said.
     */
    public Optional<Variable> implying(Variable variable, Assignment said) {
        boolean isOfNow = variable.kind() == Variable.Kind.PERMISSION;
        if (!isOfNow && variable.kind() != Variable.Kind.EVER) {
            return Optional.empty();
        }
        Id.Register register = new Id.Register(variable.id());
        Variable other = isOfNow ? space.everPermitted(register) : space.permission(register);
        int value = isOfNow ? 0 : 1;
        boolean follows = said.value(variable) == value && said.value(other) == value;
        return follows ? Optional.of(other) : Optional.empty();
    }
}
