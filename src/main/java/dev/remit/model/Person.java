package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person of the register.
 *
 * @param id the person's id
 * @param name the person's name
 * @param roles the roles held, each with its days and, where it is bound to one, its project
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
     * @param project the project it is bound to; empty if it is held whatever is asked about
     * @param period the days on which it is held
     */
    public record HeldRole(Id.Role role, Optional<Id.Project> project, Period period) {
        public HeldRole {
            requireNonNull(role, "role");
            requireNonNull(project, "project");
            requireNonNull(period, "period");
        }

        /** A role that is bound to no project. */
        public HeldRole(Id.Role role, Period period) {
            this(role, Optional.empty(), period);
        }
    }

    /**
     * A fact that is true of a person, or the value it has.
     *
     * @param fact the fact
     * @param value its value; {@code true} for a fact that is true or false
     * @param project the project it is about, if it is about one
     * @param period the days on which it is true
     */
    public record StandingFact(Id.Fact fact, Id.Value value, Optional<Id.Project> project, Period period) {
        public StandingFact {
            requireNonNull(fact, "fact");
            requireNonNull(value, "value");
            requireNonNull(project, "project");
            requireNonNull(period, "period");
        }

        /** A fact that is true. */
        public StandingFact(Id.Fact fact, Optional<Id.Project> project, Period period) {
            this(fact, Domain.TRUE, project, period);
        }
    }

    /**
     * A person as they are on a day, for a project or for none.
     *
     * @param roles the roles held on that day
     * @param facts the standing facts with their values on that day; any other has the value of its domain if unsaid
     */
    public record OnDay(Set<Id.Role> roles, Map<Id.Fact, Id.Value> facts) {
        public OnDay {
            roles = Sorted.set(roles);
            facts = Sorted.map(facts);
        }

        /** The value of a fact; empty if the register does not say it. */
        public Optional<Id.Value> value(Fact fact) {
            return Optional.ofNullable(facts.get(fact.id())).or(fact.domain()::ifUnsaid);
        }
    }

    /**
     * This person as they are on a day.
     *
     * @param project the project asked about: roles bound to another and facts about another are left out. Empty for none,
     *     or for one on which the person is not named; all that is bound to a project or about one is left out then
     */
    public OnDay on(LocalDate day, Optional<Id.Project> project) {
        Map<Id.Fact, Id.Value> values = new HashMap<>();
        for (StandingFact each : facts) {
            if (concerns(each.project(), project) && each.period().contains(day)) {
                values.putIfAbsent(each.fact(), each.value());
            }
        }
        Set<Id.Role> held = new HashSet<>();
        for (HeldRole each : roles) {
            if (concerns(each.project(), project) && each.period().contains(day)) {
                held.add(each.role());
            }
        }
        return new OnDay(held, values);
    }

    /** Whether something of a person counts for whatever is asked about, or for the project asked about. */
    private static boolean concerns(Optional<Id.Project> bound, Optional<Id.Project> asked) {
        return bound.isEmpty() || bound.equals(asked);
    }

    /** The projects this person is named on, on some day, in the order of the facts and then of the roles. */
    public List<Id.Project> projects() {
        Set<Id.Project> projects = new LinkedHashSet<>();
        facts.forEach(each -> each.project().ifPresent(projects::add));
        roles.forEach(each -> each.project().ifPresent(projects::add));
        return List.copyOf(projects);
    }

    /** The periods at whose borders this person changes, for whatever project. */
    public List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        roles.forEach(each -> periods.add(each.period()));
        facts.forEach(each -> periods.add(each.period()));
        return periods;
    }

    /** The periods at whose borders the facts change that are true of this person for a project, or for none. */
    public List<Period> periodsOfFacts(Optional<Id.Project> project) {
        return facts.stream()
                .filter(each -> concerns(each.project(), project))
                .map(StandingFact::period)
                .toList();
    }
}
