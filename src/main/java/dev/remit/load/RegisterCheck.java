package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.load.ConstraintReader.ReadConstraint;
import dev.remit.load.RegisterParts.Registered;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Person;
import dev.remit.model.Person.StandingFact;
import dev.remit.model.Project;
import dev.remit.model.Vocabulary;
import dev.remit.node.Scalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds projects and people that are, or once were or will be, in a state that a constraint says does not exist. */
final class RegisterCheck {
    private final Vocabulary vocabulary;
    private final World world;
    private final Satisfiability existing;
    private final Diagnostics diagnostics;
    private final Map<List<BitSet>, List<ReadConstraint>> broken = new HashMap<>();

    RegisterCheck(Vocabulary vocabulary, World world, Satisfiability existing, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.world = world;
        this.existing = existing;
        this.diagnostics = diagnostics;
    }

    void check(RegisterParts registers) {
        if (existing.constraints().isEmpty()) {
            return;
        }
        Faults faults = Faults.soFar(diagnostics);
        Map<Id.Project, Project> projects = new HashMap<>();
        for (Registered<Project> each : registers.projects()) {
            if (!faults.touch(Reading.span(each.entry()))) {
                projects.put(each.value().id(), each.value());
                check(each.entry().key(), each.value());
            }
        }
        for (Registered<Person> each : registers.people()) {
            if (!faults.touch(Reading.span(each.entry()))) {
                check(each.entry().key(), each.value(), projects);
            }
        }
    }

    private void check(Scalar name, Project project) {
        Days days = new Days().add(project);
        Set<ReadConstraint> told = new LinkedHashSet<>();
        for (LocalDate day : days.each()) {
            for (ReadConstraint each : brokenBy(state(Optional.of(project), day))) {
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
            BitSet[] state = state(project, day);
            List<ReadConstraint> without = brokenBy(state);
            fixFacts(state, facts, day);
            for (ReadConstraint each : brokenBy(state)) {
                if (!without.contains(each) && told.add(each)) {
                    String on = project.map(found ->
                                    " on project " + Words.quoted(found.id().value()))
                            .orElse("");
                    report(name, "person " + Words.quoted(name.text()) + on, each, days.told(day));
                }
            }
        }
    }

    private BitSet[] state(Optional<Project> project, LocalDate day) {
        BitSet[] state = world.anyState();
        project.ifPresent(each -> {
            for (Id.Attribute attribute : each.attributes().keySet()) {
                world.fix(state, attribute, each.attribute(attribute, day));
            }
            for (OptOutRegister register : vocabulary.registers()) {
                world.fix(state, register.id(), each.holds(register.id(), day));
            }
        });
        return state;
    }

    /** Facts of the register that it does not tell are false. */
    private void fixFacts(BitSet[] state, List<StandingFact> facts, LocalDate day) {
        for (Fact each : vocabulary.facts()) {
            if (each.knownFrom() == Fact.KnownFrom.REGISTER) {
                world.fix(state, each.id(), false);
            }
        }
        for (StandingFact each : facts) {
            if (each.period().contains(day)) {
                world.fix(state, each.fact(), true);
            }
        }
    }

    private List<ReadConstraint> brokenBy(BitSet[] state) {
        return broken.computeIfAbsent(Arrays.asList(state.clone()), known -> existing.brokenBy(state));
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
