package dev.remit.load;

import dev.remit.grammar.Fields;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Person;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import dev.remit.model.Vocabulary;
import dev.remit.node.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The projects and people, read from their files.
 *
 * @param projects the projects
 * @param people the people
 */
record RegisterParts(List<Registered<Project>> projects, List<Registered<Person>> people) {

    /**
     * Something of a register.
     *
     * @param entry where it was written
     * @param value what it is
     */
    record Registered<T>(Entry entry, T value) {}

    static RegisterParts read(Trees trees, PolicyParts policy, Reading reading) {
        ProjectReader projectReader = new ProjectReader(
                reading,
                PolicyParts.wellShaped(policy.vocabulary().attributes(), policy.source(), reading),
                new PermissionReader(reading, wellShapedRegisters(policy, reading)));
        List<Registered<Project>> projects = new ArrayList<>();
        for (Tree tree : trees.of(Part.PROJECTS)) {
            for (Entry each : Fields.of(tree.checked()).entries("projects")) {
                projects.add(new Registered<>(each, projectReader.read(each)));
            }
        }
        PersonReader personReader = new PersonReader(
                reading, PolicyParts.wellShapedFacts(policy.vocabulary().facts(), policy.source(), reading));
        List<Registered<Person>> people = new ArrayList<>();
        for (Tree tree : trees.of(Part.PEOPLE)) {
            for (Entry each : Fields.of(tree.checked()).entries("people")) {
                people.add(new Registered<>(each, personReader.read(each)));
            }
        }
        return new RegisterParts(projects, people);
    }

    private static Map<Id.Register, OptOutRegister> wellShapedRegisters(PolicyParts policy, Reading reading) {
        Map<Id.Register, OptOutRegister> registers =
                new HashMap<>(Vocabulary.byId(policy.vocabulary().registers(), OptOutRegister::id));
        for (Entry each : policy.source().entries("opt-outs")) {
            if (!reading.isWellShaped(each)) {
                registers.remove(new Id.Register(each.key().text()));
            }
        }
        return registers;
    }

    Registers whole() {
        Map<Id.Project, Project> byProject = new HashMap<>();
        projects.forEach(each -> byProject.put(each.value().id(), each.value()));
        Map<Id.Person, Person> byPerson = new HashMap<>();
        people.forEach(each -> byPerson.put(each.value().id(), each.value()));
        return new Registers(byProject, byPerson);
    }
}
