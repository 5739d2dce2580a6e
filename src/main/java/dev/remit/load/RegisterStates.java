package dev.remit.load;

import dev.remit.load.ConstraintReader.ReadConstraint;
import dev.remit.model.Condition;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The states that projects and people are in on a day, as far as constraints mention them. A register has many entries
 * and few different states, so each state is looked at once.
 */
final class RegisterStates {
    /** Stands for a value that is not known. */
    private static final String OPEN = "";

    private final World world;
    private final Satisfiability existing;
    /** The variables of projects that constraints mention, with what each is on a day. */
    private final Map<String, Function<Project.OnDay, Optional<String>>> ofProjects = new LinkedHashMap<>();

    private final List<Fact> facts;
    private final Map<List<String>, List<ReadConstraint>> broken = new HashMap<>();

    RegisterStates(Vocabulary vocabulary, World world, Satisfiability existing) {
        this.world = world;
        this.existing = existing;
        for (ProjectAttribute each : vocabulary.attributes()) {
            add(
                    new Condition.AttributeIs(each.id(), Set.of()),
                    project -> Optional.ofNullable(project.attributes().get(each.id()))
                            .map(Id.Value::value));
        }
        for (OptOutRegister each : vocabulary.registers()) {
            add(new Condition.Permitted(each.id()), project -> Optional.of(Boolean.toString(project.holds(each.id()))));
            add(
                    new Condition.EverPermitted(each.id()),
                    project -> Optional.of(Boolean.toString(project.hasEverHeld(each.id()))));
        }
        this.facts = vocabulary.facts().stream()
                .filter(Fact::isRegistered)
                .filter(each -> existing.speaksOf(about(each)))
                .toList();
    }

    private static String about(Fact fact) {
        return new Condition.FactIs(fact.id(), Set.of()).about();
    }

    private void add(Condition.Leaf leaf, Function<Project.OnDay, Optional<String>> onDay) {
        if (existing.speaksOf(leaf.about())) {
            ofProjects.put(leaf.about(), onDay);
        }
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
                    ofProjects.size() + i,
                    person.value(facts.get(i)).map(Id.Value::value).orElse(OPEN));
        }
        return brokenBy(state);
    }

    private List<String> state(Optional<Project.OnDay> project) {
        List<String> state = new ArrayList<>();
        ofProjects.values().forEach(onDay -> state.add(project.flatMap(onDay).orElse(OPEN)));
        facts.forEach(each -> state.add(OPEN));
        return state;
    }

    private List<ReadConstraint> brokenBy(List<String> state) {
        return broken.computeIfAbsent(state, known -> existing.brokenBy(narrowed(known)));
    }

    private BitSet[] narrowed(List<String> known) {
        List<String> variables = new ArrayList<>(ofProjects.keySet());
        facts.forEach(each -> variables.add(about(each)));
        BitSet[] state = world.anyState();
        for (int i = 0; i < variables.size(); i++) {
            if (!known.get(i).equals(OPEN)) {
                world.fix(state, variables.get(i), known.get(i));
            }
        }
        return state;
    }
}
