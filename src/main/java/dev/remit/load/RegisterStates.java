package dev.remit.load;

import dev.remit.load.ConstraintReader.ReadConstraint;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Person;
import dev.remit.model.Project;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states that projects and people are in on a day, as far as constraints mention them. A register has many entries
 * and few different states, so each state is looked at once.
 */
final class RegisterStates {
    /** Stands for a value that is not known. */
    private static final String OPEN = "";

    private final World world;
    private final Satisfiability existing;
    private final List<Id.Attribute> attributes;
    private final List<Id.Register> registers;
    private final List<Fact> facts;
    private final Map<List<String>, List<ReadConstraint>> broken = new HashMap<>();

    RegisterStates(Vocabulary vocabulary, World world, Satisfiability existing) {
        this.world = world;
        this.existing = existing;
        this.attributes = vocabulary.attributes().stream()
                .map(ProjectAttribute::id)
                .filter(existing::speaksOf)
                .toList();
        this.registers = vocabulary.registers().stream()
                .map(OptOutRegister::id)
                .filter(existing::speaksOf)
                .toList();
        this.facts = vocabulary.facts().stream()
                .filter(Fact::isRegistered)
                .filter(each -> existing.speaksOf(each.id()))
                .toList();
    }

    /** Whether what is true of people can matter. */
    boolean speakOfPeople() {
        return !facts.isEmpty();
    }

    /** The constraints that a project breaks in a state, whoever works on it. */
    List<ReadConstraint> brokenBy(Optional<Project.OnDay> project) {
        return brokenBy(state(project));
    }

    /** The constraints that are broken by all that is true of a person, for a project in a state or for none. */
    List<ReadConstraint> brokenBy(Optional<Project.OnDay> project, Person.OnDay person) {
        List<String> state = state(project);
        for (int i = 0; i < facts.size(); i++) {
            state.set(
                    attributes.size() + registers.size() + i,
                    person.value(facts.get(i)).map(Id.Value::value).orElse(OPEN));
        }
        return brokenBy(state);
    }

    private List<String> state(Optional<Project.OnDay> project) {
        List<String> state = new ArrayList<>();
        for (Id.Attribute each : attributes) {
            state.add(project.flatMap(
                            known -> Optional.ofNullable(known.attributes().get(each)))
                    .map(Id.Value::value)
                    .orElse(OPEN));
        }
        for (Id.Register each : registers) {
            state.add(project.map(known -> Boolean.toString(known.holds(each))).orElse(OPEN));
        }
        facts.forEach(each -> state.add(OPEN));
        return state;
    }

    private List<ReadConstraint> brokenBy(List<String> state) {
        return broken.computeIfAbsent(state, known -> existing.brokenBy(narrowed(known)));
    }

    private BitSet[] narrowed(List<String> known) {
        List<Id> ids = new ArrayList<>(attributes);
        ids.addAll(registers);
        facts.forEach(each -> ids.add(each.id()));
        BitSet[] state = world.anyState();
        for (int i = 0; i < ids.size(); i++) {
            if (!known.get(i).equals(OPEN)) {
                world.fix(state, ids.get(i), known.get(i));
            }
        }
        return state;
    }
}
