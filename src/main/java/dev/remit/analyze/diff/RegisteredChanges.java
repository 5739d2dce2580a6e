package dev.remit.analyze.diff;

import dev.remit.diagram.Comparison;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Project;
import dev.remit.model.RegisterVariables;
import dev.remit.model.Registers;
import dev.remit.model.Timeline;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the registered projects and people whose access changes by what was edited in the policy, from a day on. */
final class RegisteredChanges {
    private final Registers registers;
    private final Regions regions;
    private final Comparison<LeafSummary> comparison;
    private final int both;
    private final LocalDate today;
    private final RegisterVariables registered;
    private final Assignment open;
    private final Map<Assignment, Set<AccessChange.Kind>> known = new HashMap<>();

    RegisteredChanges(
            Vocabulary vocabulary,
            Registers registers,
            Regions regions,
            Comparison<LeafSummary> comparison,
            int both,
            LocalDate today) {
        this.registers = registers;
        this.regions = regions;
        this.comparison = comparison;
        this.both = both;
        this.today = today;
        registered = new RegisterVariables(vocabulary, regions.space());
        open = RegisterDiff.open(regions.space());
    }

    /** The projects by id, then the people by id. */
    List<RegisteredChange> all() {
        List<RegisteredChange> found = new ArrayList<>();
        registers.projects().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> of(each.getValue(), found));
        registers.people().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> of(each.getValue(), found));
        return found;
    }

    private void of(Project project, List<RegisteredChange> found) {
        Found kinds = new Found();
        for (Period run : ahead(project.periods())) {
            registered
                    .with(open, project.on(Timeline.day(run)))
                    .ifPresent(state -> kinds.add(run, kinds(state), Optional.empty(), Optional.empty()));
        }
        kinds.change(RegisterChange.Entry.PROJECT, project.id().value(), project.title())
                .ifPresent(found::add);
    }

    private void of(Person person, List<RegisteredChange> found) {
        Found kinds = new Found();
        List<Optional<Project>> projects = new ArrayList<>(List.of(Optional.empty()));
        person.projects().stream()
                .sorted()
                .flatMap(id -> Optional.ofNullable(registers.projects().get(id)).stream())
                .forEach(each -> projects.add(Optional.of(each)));
        Variable role = regions.space().role();
        for (Optional<Project> project : projects) {
            List<Period> periods = new ArrayList<>(person.periods());
            project.ifPresent(each -> periods.addAll(each.periods()));
            for (Period run : ahead(periods)) {
                LocalDate day = Timeline.day(run);
                Person.OnDay held = person.on(day, project.map(Project::id));
                Assignment facts = registered.with(open, held);
                Optional<Assignment> state = project.isEmpty()
                        ? Optional.of(facts)
                        : registered.with(facts, project.get().on(day));
                state.ifPresent(each -> held.roles().stream()
                        .filter(one -> role.ordinal(one.value()).isPresent())
                        .forEach(one -> kinds.add(
                                run,
                                kinds(each.with(role, role.ordinal(one.value()).orElseThrow())),
                                Optional.of(one),
                                project.map(Project::id))));
            }
        }
        kinds.change(RegisterChange.Entry.PERSON, person.id().value(), person.name())
                .ifPresent(found::add);
    }

    /** The stretches of time in which nothing changes that are not over. */
    private List<Period> ahead(List<Period> periods) {
        return Timeline.of(periods).stretches().stream()
                .filter(each ->
                        each.until().filter(last -> last.isBefore(today)).isEmpty())
                .toList();
    }

    private Set<AccessChange.Kind> kinds(Assignment state) {
        Set<AccessChange.Kind> found = known.get(state);
        if (found == null) {
            found = EnumSet.noneOf(AccessChange.Kind.class);
            for (Comparison.Said<LeafSummary> said : comparison.saidOf(comparison.given(both, state), regions.all())) {
                for (Change each : Change.of(said)) {
                    if (each.kind() != AccessChange.Kind.REASON) {
                        found.add(each.kind());
                    }
                }
            }
            known.put(state, found);
        }
        return found;
    }

    /** What is found of one project or person. */
    private final class Found {
        private final Set<AccessChange.Kind> kinds = EnumSet.noneOf(AccessChange.Kind.class);
        private final Set<Id.Role> roles = new TreeSet<>();
        private final Set<Id.Project> projects = new TreeSet<>();
        private boolean isAnyProject;
        private Optional<LocalDate> first = Optional.empty();

        void add(Period run, Set<AccessChange.Kind> some, Optional<Id.Role> role, Optional<Id.Project> project) {
            if (!some.isEmpty()) {
                kinds.addAll(some);
                role.ifPresent(roles::add);
                project.ifPresent(projects::add);
                isAnyProject |= role.isPresent() && project.isEmpty();
                LocalDate from = run.from().filter(today::isBefore).orElse(today);
                first = Optional.of(first.filter(each -> each.isBefore(from)).orElse(from));
            }
        }

        Optional<RegisteredChange> change(RegisterChange.Entry entry, String id, String title) {
            return kinds.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RegisteredChange(
                            entry,
                            id,
                            title,
                            kinds,
                            List.copyOf(roles),
                            List.copyOf(projects),
                            isAnyProject,
                            first.filter(today::isBefore)));
        }
    }
}
