package dev.remit.analyze.people;

import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.model.Id;
import java.util.List;

/** A role with what is permitted in it. {@link AccessCells} makes one of each, so that it is compared by identity. */
final class InRole {
    private final Id.Role role;
    private final List<Permitted> permitted;

    InRole(Id.Role role, List<Permitted> permitted) {
        this.role = role;
        this.permitted = List.copyOf(permitted);
    }

    Id.Role role() {
        return role;
    }

    List<Permitted> permitted() {
        return permitted;
    }
}
