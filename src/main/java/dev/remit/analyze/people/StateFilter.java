package dev.remit.analyze.people;

import dev.remit.model.Id;
import java.util.BitSet;

/** Which states of projects are asked about. Each state is looked at once. */
final class StateFilter {
    private final RegisterStates states;
    private final PeopleFilter filter;
    private final BitSet known = new BitSet();
    private final BitSet agreeing = new BitSet();

    StateFilter(RegisterStates states, PeopleFilter filter) {
        this.states = states;
        this.filter = filter;
    }

    /** The state of a project, or {@link RegisterStates#ABSENT} if it is not asked about. */
    int state(Id.Project project, int state) {
        return filter.includes(project) && agrees(state) ? state : RegisterStates.ABSENT;
    }

    private boolean agrees(int state) {
        if (!known.get(state)) {
            known.set(state);
            agreeing.set(state, filter.agrees(states.state(state)));
        }
        return agreeing.get(state);
    }

    /** The number of there being no project, or {@link RegisterStates#ABSENT} if that cannot be or is not asked about. */
    int noProject() {
        return filter.includesNoProject()
                        && states.noProject().filter(filter::agrees).isPresent()
                ? RegisterStates.NO_PROJECT
                : RegisterStates.ABSENT;
    }
}
