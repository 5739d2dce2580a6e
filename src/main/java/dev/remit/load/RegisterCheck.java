package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.load.ConstraintReader.ReadConstraint;
import dev.remit.load.RegisterParts.Registered;
import dev.remit.model.Id;
import dev.remit.model.Person;
import dev.remit.model.Person.StandingFact;
import dev.remit.model.Project;
import dev.remit.node.Scalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        Days days = new Days().add(project);
        Set<ReadConstraint> told = new LinkedHashSet<>();
        for (LocalDate day : days.each()) {
            for (ReadConstraint each : states.brokenBy(Optional.of(project), day)) {
                if (told.add(each)) {
                    report(name, "project " + Words.quoted(name.text()), each, days.told(day));
                }
            }
        }
    }

    private void check(Scalar name, Person person, Map<Id.Project, Project> projects) {
        Map<Optional<Id.Project>, List<StandingFact>> facts = new LinkedHashMap<>();
        facts.put(Optional.empty(), new ArrayList<>());
        for (StandingFact each : person.facts()) {
            facts.computeIfAbsent(each.project(), none -> new ArrayList<>()).add(each);
        }
        List<StandingFact> whatever = facts.getOrDefault(Optional.empty(), List.of());
        Set<ReadConstraint> told = new LinkedHashSet<>();
        facts.forEach((id, about) -> {
            List<StandingFact> all = new ArrayList<>(whatever);
            all.addAll(about);
            check(name, all, id.map(projects::get), told);
        });
    }

    /** Checks what is true of a person on one project, or on none in particular. */
    private void check(Scalar name, List<StandingFact> facts, Optional<Project> project, Set<ReadConstraint> told) {
        Days days = new Days();
        facts.forEach(each -> days.add(each.period()));
        project.ifPresent(days::add);
        for (LocalDate day : days.each()) {
            List<ReadConstraint> anyway = states.brokenBy(project, day);
            for (ReadConstraint each : states.brokenBy(project, facts, day)) {
                if (!anyway.contains(each) && told.add(each)) {
                    String on = project.map(found ->
                                    " on project " + Words.quoted(found.id().value()))
                            .orElse("");
                    report(name, "person " + Words.quoted(name.text()) + on, each, days.told(day));
                }
            }
        }
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
