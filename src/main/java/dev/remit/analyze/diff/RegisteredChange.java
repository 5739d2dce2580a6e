package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registered project or person whose access changes by what was edited in the policy: for a project, somebody's access to
 * it; for a person, their own, as far as the registers say, and on the conditions that the changes of access name.
 *
 * @param entry whose entry it is
 * @param id the id of the project or person
 * @param title the title or name
 * @param kinds what happens
 * @param roles of a person, the roles in which it happens
 * @param projects of a person, the projects named on for which it happens
 * @param anyProject of a person, whether it happens for projects the person is not named on, or without one
 * @param from the first day on which it happens; empty if it does on the day of the comparison
 */
public record RegisteredChange(
        RegisterChange.Entry entry,
        String id,
        String title,
        Set<AccessChange.Kind> kinds,
        List<Id.Role> roles,
        List<Id.Project> projects,
        boolean anyProject,
        Optional<LocalDate> from) {
    public RegisteredChange {
        requireNonNull(entry, "entry");
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        kinds = Set.copyOf(kinds);
        roles = List.copyOf(roles);
        projects = List.copyOf(projects);
        requireNonNull(from, "from");
    }
}
