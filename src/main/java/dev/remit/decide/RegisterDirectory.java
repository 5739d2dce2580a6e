package dev.remit.decide;

import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A bundle's registers, with dates turned into states at the moment asked about. */
final class RegisterDirectory implements Directory {
    private final Policy policy;
    private final Map<String, Project> projects = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final ProjectRows rows;

    RegisterDirectory(Policy policy, Space space, Registers registers) {
        this.policy = policy;
        rows = new ProjectRows(policy, space, registers.projects());
        registers.projects().forEach((id, project) -> projects.put(id.value(), project));
        registers.people().forEach((id, person) -> people.put(id.value(), person));
    }

    @Override
    public Optional<ProjectState> project(String id, Moment moment) {
        return Optional.ofNullable(projects.get(id)).map(project -> state(project, moment));
    }

    /** The projects' states, for questions that need not be told them in words. */
    ProjectRows rows() {
        return rows;
    }

    private ProjectState state(Project project, Moment moment) {
        Map<Id.Attribute, Id.Value> attributes = new HashMap<>();
        for (ProjectAttribute each : policy.vocabulary().attributes()) {
            attributes.put(each.id(), project.attribute(each.id(), moment.day()));
        }
        Map<Id.Register, Boolean> permissions = new HashMap<>();
        for (OptOutRegister each : policy.vocabulary().registers()) {
            permissions.put(each.id(), project.holds(each.id(), moment.day()));
        }
        return new ProjectState(attributes, permissions);
    }

    @Override
    public Optional<PersonState> person(String id, Optional<String> project, Moment moment) {
        return Optional.ofNullable(people.get(id)).map(person -> state(person, project, moment));
    }

    private static PersonState state(Person person, Optional<String> project, Moment moment) {
        Set<Id.Role> roles = new HashSet<>();
        for (Person.HeldRole held : person.roles()) {
            if (held.period().contains(moment.day())) {
                roles.add(held.role());
            }
        }
        Set<Id.Fact> facts = new HashSet<>();
        for (Person.StandingFact standing : person.facts()) {
            boolean concerns = standing.project().isEmpty()
                    || standing.project().map(Id.Project::value).equals(project);
            if (concerns && standing.period().contains(moment.day())) {
                facts.add(standing.fact());
            }
        }
        return new PersonState(roles, facts);
    }

    @Override
    public Collection<String> projectIds() {
        return projects.keySet();
    }

    @Override
    public Collection<String> personIds() {
        return people.keySet();
    }
}
