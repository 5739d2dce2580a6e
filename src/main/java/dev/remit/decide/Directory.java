package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of projects and people at a moment. A bundle's registers are one; a service with its own database
 * implements another and hands it to {@link DecisionPoint#withDirectory}.
 *
 * <p>An id that is not known is an empty answer, which the asker gets as an error. An exception thrown here reaches the
 * asker too: no decision is made. Implementations must be safe to call from several threads.
 */
public interface Directory {

    /** The project of an id at a moment; empty if there is no such project. */
    Optional<ProjectState> project(String id, Moment moment);

    /**
     * A person at a moment; empty if there is no such person.
     *
     * @param id the person
     * @param project the project asked about, if one is; facts that are about a project are those about this one
     * @param moment the moment
     */
    Optional<PersonState> person(String id, Optional<String> project, Moment moment);

    /** Project ids to suggest when one is misspelt; none unless overridden. */
    default Collection<String> projectIds() {
        return List.of();
    }

    /** Person ids to suggest when one is misspelt; none unless overridden. */
    default Collection<String> personIds() {
        return List.of();
    }

    /**
     * When something is asked about.
     *
     * @param instant the instant
     * @param day the day it falls on in the policy's time zone
     */
    record Moment(Instant instant, LocalDate day) {
        public Moment {
            requireNonNull(instant, "instant");
            requireNonNull(day, "day");
        }
    }

    /**
     * A project at a moment.
     *
     * @param attributes its attributes; one that is left out is unknown
     * @param permissions for each opt-out register whether the project holds the permission; one left out is unknown
     */
    record ProjectState(Map<Id.Attribute, Id.Value> attributes, Map<Id.Register, Boolean> permissions) {
        public ProjectState {
            attributes = Map.copyOf(attributes);
            permissions = Map.copyOf(permissions);
        }
    }

    /**
     * A person at a moment.
     *
     * @param roles the roles held
     * @param facts the facts known from the register that are true; every other such fact is false
     */
    record PersonState(Set<Id.Role> roles, Set<Id.Fact> facts) {
        public PersonState {
            roles = Set.copyOf(roles);
            facts = Set.copyOf(facts);
        }
    }
}
