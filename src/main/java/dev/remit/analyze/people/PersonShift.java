package dev.remit.analyze.people;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.model.Id;
import java.util.List;

/**
 * What a person gains and loses from one day to another, or from one bundle to another.
 *
 * @param person the person
 * @param name the person's name
 * @param shifts what is gained and lost, by role and projects; at least one
 */
public record PersonShift(Id.Person person, String name, List<Shift> shifts) {
    public PersonShift {
        requireNonNull(person, "person");
        requireNonNull(name, "name");
        shifts = List.copyOf(shifts);
    }

    /**
     * What is gained and lost in one role for some projects.
     *
     * @param role the role
     * @param projects the projects
     * @param gained what is permitted now, and was not
     * @param lost what was permitted, and no longer is
     * @param changed what is permitted on other conditions
     */
    public record Shift(
            Id.Role role, ProjectSet projects, List<Permitted> gained, List<Permitted> lost, List<Changed> changed) {
        public Shift {
            requireNonNull(role, "role");
            requireNonNull(projects, "projects");
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
            changed = List.copyOf(changed);
        }
    }

    /**
     * Something that is permitted on other conditions than before.
     *
     * @param before as it was
     * @param after as it is
     */
    public record Changed(Permitted before, Permitted after) {
        public Changed {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }
    }
}
