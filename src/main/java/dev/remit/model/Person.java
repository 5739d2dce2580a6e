package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A person of the register.
 *
 * @param id the person's id
 * @param name the person's name
 * @param roles the roles held, each with its days
 * @param facts the standing facts, each with its days and, where the fact is about one, its project
 */
public record Person(Id.Person id, String name, List<HeldRole> roles, List<StandingFact> facts) {
    public Person {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        roles = List.copyOf(roles);
        facts = List.copyOf(facts);
    }

    /**
     * A role a person holds.
     *
     * @param role the role
     * @param period the days on which it is held
     */
    public record HeldRole(Id.Role role, Period period) {
        public HeldRole {
            requireNonNull(role, "role");
            requireNonNull(period, "period");
        }
    }

    /**
     * A fact that is true of a person.
     *
     * @param fact the fact
     * @param project the project it is about, if it is about one
     * @param period the days on which it is true
     */
    public record StandingFact(Id.Fact fact, Optional<Id.Project> project, Period period) {
        public StandingFact {
            requireNonNull(fact, "fact");
            requireNonNull(project, "project");
            requireNonNull(period, "period");
        }
    }
}
