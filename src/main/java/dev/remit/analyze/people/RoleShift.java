package dev.remit.analyze.people;

import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.analyze.people.PersonShift.Changed;
import dev.remit.model.Id;
import java.util.List;

/**
 * What is gained and lost in a role. {@link CellComparison} makes one of each, so that it is compared by identity.
 */
final class RoleShift {
    private final Id.Role role;
    private final List<Permitted> gained;
    private final List<Permitted> lost;
    private final List<Changed> changed;

    RoleShift(Id.Role role, List<Permitted> gained, List<Permitted> lost, List<Changed> changed) {
        this.role = role;
        this.gained = List.copyOf(gained);
        this.lost = List.copyOf(lost);
        this.changed = List.copyOf(changed);
    }

    Id.Role role() {
        return role;
    }

    List<Permitted> gained() {
        return gained;
    }

    List<Permitted> lost() {
        return lost;
    }

    List<Changed> changed() {
        return changed;
    }

    boolean isNothing() {
        return gained.isEmpty() && lost.isEmpty() && changed.isEmpty();
    }
}
