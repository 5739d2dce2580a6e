package dev.remit.analyze.prove;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states that the projects of a register are in, and when. A register has many projects and few states, so whoever
 * asks goes through the states.
 */
final class ProjectStays {
    private final Policy policy;
    private final Space space;
    private final Map<Assignment, List<Stay>> byState = new LinkedHashMap<>();
    private final Map<Id.Project, List<Stay>> byProject = new LinkedHashMap<>();

    /**
     * A project's being in a state for some days.
     *
     * @param project the project; empty for no project
     * @param state the state; what is no matter of the project is open
     * @param days when
     */
    record Stay(Optional<Id.Project> project, Assignment state, Days days) {}

    ProjectStays(Policy policy, Space space, Map<Id.Project, Project> projects) {
        this.policy = policy;
        this.space = space;
        projects.values()
                .forEach(each -> stays(each).forEach(stay -> {
                    byState.computeIfAbsent(stay.state, none -> new ArrayList<>())
                            .add(stay);
                    byProject
                            .computeIfAbsent(each.id(), none -> new ArrayList<>())
                            .add(stay);
                }));
    }

    private List<Stay> stays(Project project) {
        List<Period> periods = new ArrayList<>(List.of(project.period()));
        project.permissions().values().forEach(each -> periods.add(each.period()));
        List<Stay> stays = new ArrayList<>();
        for (Days days : Days.between(periods)) {
            stays.add(new Stay(Optional.of(project.id()), state(project, days.from()), days));
        }
        return stays;
    }

    private Assignment state(Project project, LocalDate day) {
        Assignment state = Assignment.open(space);
        for (ProjectAttribute each : policy.vocabulary().attributes()) {
            Variable variable = space.attribute(each.id());
            String value = project.attribute(each.id(), day).value();
            state = state.with(variable, variable.ordinal(value).orElseThrow());
        }
        for (var each : policy.vocabulary().registers()) {
            state = state.with(space.permission(each.id()), project.holds(each.id(), day) ? 1 : 0);
        }
        return state;
    }

    /** No project at all; empty if the policy has no questions without one. */
    Optional<Stay> none() {
        Assignment state = Assignment.open(space);
        for (ProjectAttribute each : policy.vocabulary().attributes()) {
            Optional<Id.Value> none = each.withoutProject();
            if (none.isEmpty()) {
                return Optional.empty();
            }
            Variable variable = space.attribute(each.id());
            state = state.with(variable, variable.ordinal(none.get().value()).orElseThrow());
        }
        for (var each : policy.vocabulary().registers()) {
            state = state.with(space.permission(each.id()), 0);
        }
        return Optional.of(new Stay(Optional.empty(), state, Days.ALL));
    }

    /** Every state with the stays in it, in the order of the register. */
    Map<Assignment, List<Stay>> byState() {
        return byState;
    }

    /** The stays of one project, in the order of time. */
    List<Stay> of(Id.Project project) {
        return byProject.getOrDefault(project, List.of());
    }
}
