package dev.remit.analyze.prove;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.RegisterVariables;
import dev.remit.model.Space;
import dev.remit.model.Timeline;
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
    private final Assignment open;
    private final RegisterVariables registered;
    private final Map<Assignment, List<Stay>> byState = new LinkedHashMap<>();
    private final Map<Id.Project, List<Stay>> byProject = new LinkedHashMap<>();

    /**
     * A project's being in a state for some days.
     *
     * @param project the project; empty for no project
     * @param state the state; what is no matter of the project is open
     * @param days when
     */
    record Stay(Optional<Id.Project> project, Assignment state, Period days) {}

    ProjectStays(Policy policy, Space space, Map<Id.Project, Project> projects) {
        open = Assignment.open(space);
        registered = new RegisterVariables(policy.vocabulary(), space);
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
        List<Stay> stays = new ArrayList<>();
        for (Period days : Timeline.of(project.periods()).stretches()) {
            Assignment state =
                    registered.with(open, project.on(Timeline.day(days))).orElseThrow();
            stays.add(new Stay(Optional.of(project.id()), state, days));
        }
        return stays;
    }

    /** No project at all; empty if the policy has no questions without one. */
    Optional<Stay> none() {
        return registered.withoutProject(open).map(state -> new Stay(Optional.empty(), state, Period.ALWAYS));
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
