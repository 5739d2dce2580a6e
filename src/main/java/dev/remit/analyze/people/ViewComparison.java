package dev.remit.analyze.people;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.people.PersonShift.Shift;
import dev.remit.analyze.people.RegisterStates.PersonStanding;
import dev.remit.model.Id;
import dev.remit.model.Person;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what people may do in two views of registers. People whose entries are the same are compared for the projects
 * that changed alone, and people of one standing once.
 */
final class ViewComparison {
    private final RegisterAlignment alignment;
    private final RegisterView before;
    private final RegisterView after;
    private final CellComparison cells;
    private final States none;
    private final List<States> byProject = new ArrayList<>();
    private final Set<Id.Project> changed = new HashSet<>();
    /** The people who are named on a project that changed; only within one register. */
    private final BitSet touched = new BitSet();

    private final Map<States, ProjectSet.Group> groups = new LinkedHashMap<>();
    private final Map<Bases, List<Base>> bases = new HashMap<>();
    private final Map<Bases, List<Shift>> unnamed = new HashMap<>();
    /** What changes for somebody of whom the same is said, and who is not named where something changed; by what is said. */
    private final Map<Integer, List<Shift>> untouched = new HashMap<>();

    /** The states of a project before and after, which are told apart by what they are, and the projects in them. */
    private static final class States {
        private final int before;
        private final int after;
        private final List<Id.Project> projects = new ArrayList<>();

        States(int before, int after) {
            this.before = before;
            this.after = after;
        }

        /** Whether they differ, where both are numbers of one register. */
        boolean isChanged() {
            return before != after;
        }
    }

    /** The states that are asked for, one of each. */
    private static final class AllStates {
        private final List<@Nullable States> unchanged = new ArrayList<>();
        private final Map<List<Integer>, States> others = new HashMap<>();
        private final List<States> all = new ArrayList<>();

        /** Of hundreds of thousands of projects most are where they were, so these are found by number. */
        States of(int before, int after) {
            if (before != after || before < 0) {
                return others.computeIfAbsent(List.of(before, after), none -> added(before, after));
            }
            while (unchanged.size() <= before) {
                unchanged.add(null);
            }
            States known = unchanged.get(before);
            if (known == null) {
                known = added(before, after);
                unchanged.set(before, known);
            }
            return known;
        }

        private States added(int before, int after) {
            States states = new States(before, after);
            all.add(states);
            return states;
        }
    }

    /** What is said of somebody where they are not named, and whether only what changed is looked at. */
    private record Bases(int before, int after, boolean onlyChanged) {}

    /** What changes for somebody where they are not named: for the projects of a group, or for none. */
    private record Base(RoleShift shift, Optional<ProjectSet.Group> group, States states) {}

    /**
     * Prepares to compare.
     *
     * @param alignment which entries belong together
     * @param cells compares what is permitted, with the numbers of both views
     */
    ViewComparison(
            RegisterAlignment alignment,
            RegisterView before,
            StateFilter filterBefore,
            RegisterView after,
            StateFilter filterAfter,
            CellComparison cells) {
        this.alignment = alignment;
        this.before = before;
        this.after = after;
        this.cells = cells;
        none = new States(filterBefore.noProject(), filterAfter.noProject());
        List<Id.Project> projects = alignment.projects().ids();
        AllStates states = new AllStates();
        for (int i = 0; i < projects.size(); i++) {
            Id.Project each = projects.get(i);
            int was = alignment.projects().before().get(i);
            int is = alignment.projects().after().get(i);
            States both = states.of(
                    was < 0
                            ? RegisterStates.ABSENT
                            : filterBefore.state(each, before.projects().get(was)),
                    is < 0
                            ? RegisterStates.ABSENT
                            : filterAfter.state(each, after.projects().get(is)));
            both.projects.add(each);
            byProject.add(both);
            if (both.isChanged()) {
                changed.add(each);
                alignment.named().getOrDefault(each, List.of()).forEach(touched::set);
            }
        }
        states.all.forEach(each -> groups.put(each, new ProjectSet.Group(groups.size(), each.projects)));
    }

    /** The people who gain or lose something, by id. */
    List<PersonShift> people() {
        List<PersonShift> people = new ArrayList<>();
        for (int i = 0; i < alignment.people().ids().size(); i++) {
            int was = alignment.people().before().get(i);
            int is = alignment.people().after().get(i);
            List<Shift> shifts = shifts(
                    i,
                    was < 0 ? PersonStanding.NOBODY : before.people().get(was),
                    is < 0 ? PersonStanding.NOBODY : after.people().get(is));
            if (!shifts.isEmpty()) {
                Person person = alignment.people().entries().get(i);
                people.add(new PersonShift(person.id(), person.name(), shifts));
            }
        }
        return people;
    }

    private States states(Id.Project project) {
        return byProject.get(requireNonNull(alignment.places().get(project), "a project of a register"));
    }

    private List<Shift> shifts(int person, PersonStanding stood, PersonStanding stands) {
        boolean onlyChanged = alignment.isOne() && stood.equals(stands);
        if (onlyChanged && changed.isEmpty()) {
            return List.of();
        }
        if (onlyChanged && !touched.get(person)) { // nearly everybody
            List<Shift> known = untouched.get(stood.elsewhere());
            if (known == null) {
                known = shifts(stood, stands, Set.of(), new Bases(stood.elsewhere(), stands.elsewhere(), true));
                untouched.put(stood.elsewhere(), known);
            }
            return known;
        }
        Set<Id.Project> projects = projects(stood, stands, onlyChanged);
        Bases elsewhere = new Bases(stood.elsewhere(), stands.elsewhere(), onlyChanged);
        return projects.isEmpty()
                ? unnamed.computeIfAbsent(elsewhere, each -> shifts(stood, stands, projects, each))
                : shifts(stood, stands, projects, elsewhere);
    }

    private Set<Id.Project> projects(PersonStanding stood, PersonStanding stands, boolean onlyChanged) {
        Set<Id.Project> projects = new TreeSet<>(stood.named().keySet());
        projects.addAll(stands.named().keySet());
        if (onlyChanged) {
            projects.retainAll(changed);
        }
        return projects;
    }

    private List<Shift> shifts(PersonStanding stood, PersonStanding stands, Set<Id.Project> projects, Bases elsewhere) {
        ProjectSets<RoleShift> sets = new ProjectSets<>();
        ProjectGroups<States> named = new ProjectGroups<>();
        for (Id.Project each : projects) {
            States states = states(each);
            named.add(states, each);
            cells.between(stood.on(each), states.before, stands.on(each), states.after)
                    .forEach(shift -> sets.add(shift, each));
        }
        for (Base each : bases.computeIfAbsent(elsewhere, this::base)) {
            if (each.group.isPresent()) {
                sets.add(each.shift, each.group.get(), named.of(each.states));
            } else {
                sets.addNone(each.shift);
            }
        }
        return sets.all(
                (shift, where) -> new Shift(shift.role(), where, shift.gained(), shift.lost(), shift.changed()));
    }

    private List<Base> base(Bases people) {
        List<Base> base = new ArrayList<>();
        if (!people.onlyChanged) {
            cells.between(people.before, none.before, people.after, none.after)
                    .forEach(shift -> base.add(new Base(shift, Optional.empty(), none)));
        }
        groups.forEach((states, group) -> {
            if (!people.onlyChanged || states.isChanged()) {
                cells.between(people.before, states.before, people.after, states.after)
                        .forEach(shift -> base.add(new Base(shift, Optional.of(group), states)));
            }
        });
        return base;
    }
}
