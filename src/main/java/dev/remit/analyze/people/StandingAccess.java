package dev.remit.analyze.people;

import dev.remit.analyze.people.PersonAccess.Access;
import dev.remit.analyze.people.RegisterStates.PersonStanding;
import dev.remit.model.Id;
import dev.remit.model.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people of some standing may do on a day: worked out once for each standing, and for the projects they are named on. */
final class StandingAccess {
    private final RegisterStates states;
    private final AccessCells cells;
    private final List<Integer> projects;
    private final int noProject;
    private final Map<Integer, ProjectSet.Group> groups;
    private final Map<Integer, List<Base>> bases = new HashMap<>();

    /** What holds for somebody where they are not named: for the projects of a group, or for none. */
    private record Base(InRole inRole, Optional<ProjectSet.Group> group, int state) {}

    /**
     * Prepares to answer.
     *
     * @param projects the number of the state of each project, in the order of the register; {@link RegisterStates#ABSENT}
     *     for one that is not asked about
     * @param noProject the number of there being no project, or the same
     */
    StandingAccess(RegisterStates states, List<Integer> projects, AccessCells cells, int noProject) {
        this.states = states;
        this.projects = projects;
        this.cells = cells;
        this.noProject = noProject;
        ProjectGroups<Integer> grouped = new ProjectGroups<>();
        for (int i = 0; i < projects.size(); i++) {
            int state = projects.get(i);
            if (state != RegisterStates.ABSENT) {
                grouped.add(state, states.projects().get(i).id());
            }
        }
        groups = grouped.all();
    }

    PersonAccess of(Person person, PersonStanding standing) {
        ProjectSets<InRole> sets = new ProjectSets<>();
        ProjectGroups<Integer> named = new ProjectGroups<>();
        standing.named().forEach((project, there) -> {
            int state = projects.get(states.place(project).orElseThrow());
            if (groups.containsKey(state)) {
                named.add(state, project);
                cells.of(there, state).forEach(each -> sets.add(each, project));
            }
        });
        for (Base each : bases.computeIfAbsent(standing.elsewhere(), this::base)) {
            if (each.group.isPresent()) {
                sets.add(each.inRole, each.group.get(), named.of(each.state));
            } else {
                sets.addNone(each.inRole);
            }
        }
        List<Access> may =
                new ArrayList<>(sets.all((inRole, where) -> new Access(inRole.role(), where, inRole.permitted())));
        may.sort(Comparator.comparing(each -> place(each.role())));
        return new PersonAccess(person.id(), person.name(), may);
    }

    private int place(Id.Role role) {
        return states.space().role().place(role.value());
    }

    private List<Base> base(int standing) {
        List<Base> base = new ArrayList<>();
        cells.of(standing, noProject).forEach(each -> base.add(new Base(each, Optional.empty(), noProject)));
        groups.forEach((state, group) ->
                cells.of(standing, state).forEach(each -> base.add(new Base(each, Optional.of(group), state))));
        return base;
    }
}
