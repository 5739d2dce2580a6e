package dev.remit.analyze.diff;

import dev.remit.model.Assignment;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Space;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What register entries say on a day, as far as questions of a policy can say it; all else is left open. */
final class States {
    private final Policy policy;
    private final Space space;

    States(Policy policy, Space space) {
        this.policy = policy;
        this.space = space;
    }

    /** Nothing is settled. */
    Assignment open() {
        int[] values = new int[space.variables().size()];
        Arrays.fill(values, Assignment.OPEN);
        return Assignment.of(space, values);
    }

    /** A situation with a project as it is on a day; empty if a value of it is no word of the policy. */
    Optional<Assignment> with(Assignment assignment, Project project, LocalDate day) {
        Assignment state = assignment;
        for (ProjectAttribute each : policy.vocabulary().attributes()) {
            if (project.attributes().containsKey(each.id())) {
                OptionalInt value = space.attribute(each.id())
                        .ordinal(project.attribute(each.id(), day).value());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                state = state.with(space.attribute(each.id()), value.getAsInt());
            }
        }
        for (OptOutRegister each : policy.vocabulary().registers()) {
            state = state.with(space.permission(each.id()), project.holds(each.id(), day) ? 1 : 0);
        }
        return Optional.of(state);
    }

    /** A situation with the standing facts of a person for a project, or for one the person is not named on. */
    Assignment with(Assignment assignment, Person person, Optional<Id.Project> project, LocalDate day) {
        Assignment state = assignment;
        for (Fact each : policy.vocabulary().facts()) {
            if (each.knownFrom() == Fact.KnownFrom.REGISTER) {
                boolean holds = person.facts().stream()
                        .anyMatch(fact -> fact.fact().equals(each.id())
                                && (fact.project().isEmpty() || fact.project().equals(project))
                                && fact.period().contains(day));
                state = state.with(space.fact(each.id()), holds ? 1 : 0);
            }
        }
        return state;
    }

    /** The roles of a person on a day that the policy knows. */
    Set<Id.Role> roles(Person person, LocalDate day) {
        Set<Id.Role> roles = new TreeSet<>();
        person.roles().stream()
                .filter(each -> each.period().contains(day)
                        && space.role().ordinal(each.role().value()).isPresent())
                .forEach(each -> roles.add(each.role()));
        return roles;
    }

    /** A situation in which somebody in a role asks. */
    Assignment with(Assignment assignment, Id.Role role) {
        return assignment.with(space.role(), space.role().ordinal(role.value()).orElseThrow());
    }
}
