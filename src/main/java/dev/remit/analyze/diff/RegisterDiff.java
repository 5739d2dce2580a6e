package dev.remit.analyze.diff;

import dev.remit.analyze.diff.RegisterChange.Effect;
import dev.remit.analyze.diff.RegisterChange.Entry;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Project;
import dev.remit.model.RegisterVariables;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import dev.remit.model.Timeline;
import dev.remit.model.Variable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What projects and people gain and lose by what the registers say of them, day by day, under one policy. A project is
 * reported for whoever asks, a new one or one that is gone by what it adds to that which is permitted whatever project it is for; a
 * person is reported for each role and each project that person is named on, with both registers as they are.
 */
final class RegisterDiff {
    private final Registers before;
    private final Registers after;
    private final RegisterVariables registered;
    private final Assignment open;
    private final RegisterTransitions shifts;

    RegisterDiff(Policy policy, RegisterTransitions shifts, Registers before, Registers after) {
        this.before = before;
        this.after = after;
        this.shifts = shifts;
        registered = new RegisterVariables(policy.vocabulary(), shifts.space());
        open = open(shifts.space());
    }

    /** Every entry that is written otherwise: the projects by id, then the people by id. */
    List<RegisterChange> changes() {
        List<RegisterChange> changes = new ArrayList<>();
        Map<Id.Project, List<Id.Person>> concerned = new HashMap<>();
        List<Id.Project> projects = edited(before.projects(), after.projects());
        if (!projects.isEmpty()) {
            people().forEach(person -> named(person)
                    .forEach(project -> concerned
                            .computeIfAbsent(project, none -> new ArrayList<>())
                            .add(person)));
        }
        for (Id.Project id : projects) {
            Optional<Project> old = find(before.projects(), id);
            Optional<Project> now = find(after.projects(), id);
            List<RegisterChange.Edited> edits = RegisterEdits.of(old, now);
            if (!edits.isEmpty()) {
                changes.add(new RegisterChange(
                        Entry.PROJECT,
                        id.value(),
                        now.or(() -> old).orElseThrow().title(),
                        edits,
                        effects(id, old, now),
                        concerned.getOrDefault(id, List.of()).stream()
                                .filter(person -> !runs(person, Optional.of(id), PolicyPath.of(id))
                                        .isEmpty())
                                .toList()));
            }
        }
        for (Id.Person id : edited(before.people(), after.people())) {
            Optional<Person> old = find(before.people(), id);
            Optional<Person> now = find(after.people(), id);
            List<RegisterChange.Edited> edits = RegisterEdits.ofPerson(old, now);
            if (!edits.isEmpty()) {
                changes.add(new RegisterChange(
                        Entry.PERSON,
                        id.value(),
                        now.or(() -> old).orElseThrow().name(),
                        edits,
                        effects(id),
                        List.of()));
            }
        }
        return changes;
    }

    private static <K extends Id, V> List<K> edited(Map<K, V> before, Map<K, V> after) {
        Set<K> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream()
                .filter(id -> !find(before, id).equals(find(after, id)))
                .toList();
    }

    private static <K, V> Optional<V> find(Map<K, V> entries, K id) {
        return Optional.ofNullable(entries.get(id));
    }

    private Set<Id.Person> people() {
        Set<Id.Person> ids = new TreeSet<>(before.people().keySet());
        ids.addAll(after.people().keySet());
        return ids;
    }

    /** The projects a person is or was named on. */
    private Set<Id.Project> named(Id.Person id) {
        Set<Id.Project> projects = new TreeSet<>();
        find(before.people(), id).ifPresent(each -> projects.addAll(each.projects()));
        find(after.people(), id).ifPresent(each -> projects.addAll(each.projects()));
        return projects;
    }

    private List<Effect> effects(Id.Project id, Optional<Project> old, Optional<Project> now) {
        List<Period> periods = new ArrayList<>();
        old.ifPresent(each -> periods.addAll(each.periods()));
        now.ifPresent(each -> periods.addAll(each.periods()));
        List<Effect> effects = new ArrayList<>();
        for (Period run : Timeline.of(periods).stretches()) {
            LocalDate day = Timeline.day(run);
            List<AccessChange> changes =
                    shifts.ofProject(state(old, open, day), state(now, open, day), PolicyPath.of(id));
            append(effects, new Effect(run, List.of(), changes));
        }
        return effects.stream().filter(each -> !each.changes().isEmpty()).toList();
    }

    private Optional<Assignment> state(Optional<Project> project, Assignment assignment, LocalDate day) {
        return project.flatMap(each -> registered.with(assignment, each.on(day)));
    }

    /** What changes for a person: for any project the person is not named on, then for those the person is named on. */
    private List<Effect> effects(Id.Person id) {
        Map<Effect, List<Id.Project>> same = new LinkedHashMap<>();
        List<Effect> effects = new ArrayList<>(runs(id, Optional.empty(), PolicyPath.of(id)));
        for (Id.Project project : named(id)) {
            for (Effect effect : runs(id, Optional.of(project), PolicyPath.of(id))) {
                same.computeIfAbsent(effect, none -> new ArrayList<>()).add(project);
            }
        }
        same.forEach((effect, projects) -> effects.add(new Effect(effect.period(), projects, effect.changes())));
        return effects;
    }

    private List<Effect> runs(Id.Person id, Optional<Id.Project> project, PolicyPath cause) {
        Optional<Person> old = find(before.people(), id);
        Optional<Person> now = find(after.people(), id);
        List<Period> periods = new ArrayList<>();
        old.ifPresent(each -> periods.addAll(each.periods()));
        now.ifPresent(each -> periods.addAll(each.periods()));
        project.flatMap(each -> find(before.projects(), each)).ifPresent(each -> periods.addAll(each.periods()));
        project.flatMap(each -> find(after.projects(), each)).ifPresent(each -> periods.addAll(each.periods()));
        List<Effect> effects = new ArrayList<>();
        for (Period run : Timeline.of(periods).stretches()) {
            LocalDate day = Timeline.day(run);
            Map<Id.Role, Assignment> was = states(old, project, before, day);
            Map<Id.Role, Assignment> is = states(now, project, after, day);
            Set<Id.Role> roles = new TreeSet<>(was.keySet());
            roles.addAll(is.keySet());
            List<AccessChange> changes = new ArrayList<>();
            for (Id.Role role : roles) {
                changes.addAll(shifts.ofPerson(find(was, role), find(is, role), cause));
            }
            append(effects, new Effect(run, List.of(), changes));
        }
        return effects.stream().filter(each -> !each.changes().isEmpty()).toList();
    }

    /** For each role of a person, what the registers say on a day. */
    private Map<Id.Role, Assignment> states(
            Optional<Person> person, Optional<Id.Project> project, Registers registers, LocalDate day) {
        Map<Id.Role, Assignment> found = new HashMap<>();
        if (person.isPresent()) {
            Person.OnDay today = person.get().on(day, project);
            Assignment known = registered.with(open, today);
            Optional<Assignment> state = project.isEmpty()
                    ? Optional.of(known)
                    : state(project.flatMap(each -> find(registers.projects(), each)), known, day);
            Variable variable = known.space().role();
            state.ifPresent(each -> today.roles()
                    .forEach(role -> variable.ordinal(role.value())
                            .ifPresent(value -> found.put(role, each.with(variable, value)))));
        }
        return found;
    }

    /** Adds what changes on a run of days, as one with the days before if the same changes on these. */
    private static void append(List<Effect> effects, Effect added) {
        int last = effects.size() - 1;
        Optional<Period> both = last < 0 || !effects.get(last).changes().equals(added.changes())
                ? Optional.empty()
                : effects.get(last).period().joined(added.period());
        if (both.isPresent()) {
            effects.set(last, new Effect(both.get(), List.of(), added.changes()));
        } else {
            effects.add(added);
        }
    }

    /** Everything is left open, what is asked about opted-out patients too. */
    static Assignment open(Space space) {
        int[] values = new int[space.variables().size()];
        Arrays.fill(values, Assignment.OPEN);
        return Assignment.of(space, values);
    }
}
