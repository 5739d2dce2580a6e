package dev.remit.analyze.people;

import dev.remit.model.Id;
import java.util.HashMap;
import java.util.Map;

/** Which states of projects are asked about. Each state is looked at once. */
final class StateFilter {
    private final RegisterStates states;
    private final PeopleFilter filter;
    private final Map<Integer, Boolean> known = new HashMap<>();

    StateFilter(RegisterStates states, PeopleFilter filter) {
        this.states = states;
        this.filter = filter;
    }

    /** The state of a project, or {@link RegisterStates#ABSENT} if it is not asked about. */
    int state(Id.Project project, int state) {
        return filter.includes(project) && known.computeIfAbsent(state, each -> filter.agrees(states.state(each)))
                ? state
                : RegisterStates.ABSENT;
    }

    /** The number of there being no project, or {@link RegisterStates#ABSENT} if that cannot be or is not asked about. */
    int noProject() {
        return filter.includesNoProject()
                        && states.noProject().filter(filter::agrees).isPresent()
                ? RegisterStates.NO_PROJECT
                : RegisterStates.ABSENT;
    }
}
