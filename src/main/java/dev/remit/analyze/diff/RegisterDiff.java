package dev.remit.analyze.diff;

import dev.remit.analyze.diff.RegisterChange.Effect;
import dev.remit.analyze.diff.RegisterChange.Entry;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What projects and people gain and lose by what the registers say of them, day by day, under one policy. A project is
 * told for whoever asks, a new one or one that is gone by what it adds to that which is permitted whatever project it is for; a
 * person is told for each role and each project that person is named on, with both registers as they are.
 */
final class RegisterDiff {
    private final Registers before;
    private final Registers after;
    private final States states;
    private final RegisterTransitions shifts;

    RegisterDiff(Policy policy, RegisterTransitions shifts, Registers before, Registers after) {
        this.before = before;
        this.after = after;
        this.shifts = shifts;
        states = new States(policy, shifts.space());
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
                                .filter(person -> !runs(person, Optional.of(id), "projects." + id)
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
        find(before.people(), id)
                .ifPresent(each -> each.facts().forEach(fact -> fact.project().ifPresent(projects::add)));
        find(after.people(), id)
                .ifPresent(each -> each.facts().forEach(fact -> fact.project().ifPresent(projects::add)));
        return projects;
    }

    private List<Effect> effects(Id.Project id, Optional<Project> old, Optional<Project> now) {
        Timeline days = new Timeline();
        old.ifPresent(days::add);
        now.ifPresent(days::add);
        List<Effect> effects = new ArrayList<>();
        for (Period run : days.runs()) {
            LocalDate day = Timeline.of(run);
            List<AccessChange> changes =
                    shifts.ofProject(state(old, states.open(), day), state(now, states.open(), day), "projects." + id);
            append(effects, new Effect(run, List.of(), changes));
        }
        return effects.stream().filter(each -> !each.changes().isEmpty()).toList();
    }

    private Optional<Assignment> state(Optional<Project> project, Assignment assignment, LocalDate day) {
        return project.flatMap(each -> states.with(assignment, each, day));
    }

    /** What changes for a person: for any project the person is not named on, then for those the person is named on. */
    private List<Effect> effects(Id.Person id) {
        Map<Effect, List<Id.Project>> same = new LinkedHashMap<>();
        List<Effect> effects = new ArrayList<>(runs(id, Optional.empty(), "people." + id));
        for (Id.Project project : named(id)) {
            for (Effect effect : runs(id, Optional.of(project), "people." + id)) {
                same.computeIfAbsent(effect, none -> new ArrayList<>()).add(project);
            }
        }
        same.forEach((effect, projects) -> effects.add(new Effect(effect.period(), projects, effect.changes())));
        return effects;
    }

    private List<Effect> runs(Id.Person id, Optional<Id.Project> project, String cause) {
        Optional<Person> old = find(before.people(), id);
        Optional<Person> now = find(after.people(), id);
        Timeline days = new Timeline();
        old.ifPresent(days::add);
        now.ifPresent(days::add);
        project.flatMap(each -> find(before.projects(), each)).ifPresent(days::add);
        project.flatMap(each -> find(after.projects(), each)).ifPresent(days::add);
        List<Effect> effects = new ArrayList<>();
        for (Period run : days.runs()) {
            LocalDate day = Timeline.of(run);
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
            Assignment known = states.with(states.open(), person.get(), project, day);
            Optional<Assignment> state = project.isEmpty()
                    ? Optional.of(known)
                    : state(project.flatMap(each -> find(registers.projects(), each)), known, day);
            state.ifPresent(each ->
                    states.roles(person.get(), day).forEach(role -> found.put(role, states.with(each, role))));
        }
        return found;
    }

    /** Adds what changes on a run of days, as one with the days before if the same changes on these. */
    private static void append(List<Effect> effects, Effect added) {
        int last = effects.size() - 1;
        if (last >= 0
                && effects.get(last).changes().equals(added.changes())
                && Timeline.meet(effects.get(last).period(), added.period())) {
            effects.set(
                    last,
                    new Effect(
                            Timeline.joined(effects.get(last).period(), added.period()), List.of(), added.changes()));
        } else {
            effects.add(added);
        }
    }
}
