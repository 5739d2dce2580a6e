package dev.remit.analyze.people;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import dev.remit.model.Period;
import java.util.List;

/**
 * Days on which a person could reach a project in one role.
 *
 * @param person the person
 * @param name the person's name
 * @param role the role
 * @param days the days, within those asked about
 * @param permitted what was permitted on each of them; at least one thing
 */
public record ProjectReach(
        Id.Person person, String name, Id.Role role, Period days, List<PersonAccess.Permitted> permitted) {
    public ProjectReach {
        requireNonNull(person, "person");
        requireNonNull(name, "name");
        requireNonNull(role, "role");
        requireNonNull(days, "days");
        permitted = List.copyOf(permitted);
    }
}
