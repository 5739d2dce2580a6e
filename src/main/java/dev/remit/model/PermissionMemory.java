package dev.remit.model;

import java.util.List;
import java.util.Optional;

/**
 * What a permission that is held says of the past: it has been held. So whoever says one of the two says the other as
 * well, and a project that holds what it has never held is no state of the world. Immutable.
 */
public final class PermissionMemory {
    private final List<Id.Register> registers;
    private final int[] held;
    private final int[] ever;

    /** The memory of every permission of a space. */
    public PermissionMemory(Space space) {
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
        for (int i = 0; i < held.length; i++) {
            if (values[held[i]] == 1 && values[ever[i]] == 0) {
                return true;
            }
        }
        return false;
    }

    /** The first register whose permission is said to be held and never to have been. */
    public Optional<Id.Register> contradiction(int[] values) {
        for (int i = 0; i < held.length; i++) {
            if (values[held[i]] == 1 && values[ever[i]] == 0) {
                return Optional.of(registers.get(i));
            }
        }
        return Optional.empty();
    }
}
