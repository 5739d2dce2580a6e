package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.load.ConstraintReader.ReadConstraint;
import dev.remit.load.RegisterParts.Registered;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Project;
import dev.remit.model.Timeline;
import dev.remit.node.Scalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds projects and people that are, or once were or will be, in a state that a constraint says does not exist. */
final class RegisterCheck {
    private final RegisterStates states;
    private final Diagnostics diagnostics;

    RegisterCheck(RegisterStates states, Diagnostics diagnostics) {
        this.states = states;
        this.diagnostics = diagnostics;
    }

    void check(RegisterParts registers) {
        Faults faults = Faults.soFar(diagnostics);
        Map<Id.Project, Project> projects = new HashMap<>();
        for (Registered<Project> each : registers.projects()) {
            if (!faults.touch(Reading.span(each.entry()))) {
                projects.put(each.value().id(), each.value());
                check(each.entry().key(), each.value());
            }
        }
        for (Registered<Person> each : registers.people()) {
            if (states.speakOfPeople() && !faults.touch(Reading.span(each.entry()))) {
                check(each.entry().key(), each.value(), projects);
            }
        }
    }

    private void check(Scalar name, Project project) {
        Set<ReadConstraint> reported = new LinkedHashSet<>();
        for (Period each : Timeline.of(project.periods()).stretches()) {
            for (ReadConstraint broken : states.brokenBy(Optional.of(project.on(Timeline.day(each))))) {
                if (reported.add(broken)) {
                    report(name, "project " + Words.quoted(name.text()), broken, when(each));
                }
            }
        }
    }

    private void check(Scalar name, Person person, Map<Id.Project, Project> projects) {
        Set<ReadConstraint> reported = new LinkedHashSet<>();
        check(name, person, Optional.empty(), Optional.empty(), reported);
        for (Id.Project each : person.projects()) {
            check(name, person, Optional.of(each), Optional.ofNullable(projects.get(each)), reported);
        }
    }

    /** Checks what is true of a person for one project that the person is named on, or for none in particular. */
    private void check(
            Scalar name,
            Person person,
            Optional<Id.Project> named,
            Optional<Project> project,
            Set<ReadConstraint> reported) {
        List<Period> periods = new ArrayList<>(person.periodsOfFacts(named));
        project.ifPresent(each -> periods.addAll(each.periods()));
        for (Period each : Timeline.of(periods).stretches()) {
            LocalDate day = Timeline.day(each);
            Optional<Project.OnDay> then = project.map(known -> known.on(day));
            List<ReadConstraint> anyway = states.brokenBy(then);
            for (ReadConstraint broken : states.brokenBy(then, person.on(day, named))) {
                if (!anyway.contains(broken) && reported.add(broken)) {
                    String on = project.map(found ->
                                    " on project " + Words.quoted(found.id().value()))
                            .orElse("");
                    report(name, "person " + Words.quoted(name.text()) + on, broken, when(each));
                }
            }
        }
    }

    /** When something is so that is found on a stretch of days, as the end of a sentence; empty if nothing ever changes. */
    private static String when(Period stretch) {
        return stretch.from()
                .map(day -> " from " + Words.quoted(day.toString()) + " on")
                .or(() -> stretch.until()
                        .map(last -> " before " + Words.quoted(last.plusDays(1).toString())))
                .orElse("");
    }

    private void report(Scalar name, String who, ReadConstraint broken, String when) {
        Optional<String> because = Optional.of(broken.constraint().because()).filter(text -> !text.isEmpty());
        diagnostics.report(
                Code.CONSTRAINT_BROKEN,
                name.head(),
                who + " breaks constraint "
                        + Words.quoted(broken.constraint().id().value()) + when,
                because.map(text -> "its reason: " + text)
                        .or(() -> Optional.of("the constraint stands at " + broken.name())));
    }
}
