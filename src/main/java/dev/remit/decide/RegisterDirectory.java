package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
        registers.projectsByName().forEach((name, project) -> projects.put(name.value(), project));
        registers.people().forEach((id, person) -> people.put(id.value(), person));
    }

    /** The projects' states, for questions that need not name them in words. */
    ProjectRows rows() {
        return rows;
    }

    @Override
    public DirectoryAnswer lookUp(Optional<String> person, Optional<String> project, Moment moment) {
        Optional<Project> found = project.map(projects::get);
        return new DirectoryAnswer(
                person.flatMap(id -> person(id, project, moment)),
                found.map(each -> state(each, moment.day())),
                Optional.empty(),
                found.map(each -> each.names().stream().map(Id.Project::value).toList())
                        .orElse(List.of()));
    }

    /** A person at a moment; roles bound to a project and facts about one are those of the one asked about. */
    Optional<PersonAttributes> person(String id, Optional<String> project, Moment moment) {
        return Optional.ofNullable(people.get(id)).map(found -> state(found, project.flatMap(this::id), moment.day()));
    }

    /** Every name of the project of some name, its id first; none if there is no such project. */
    List<Id.Project> names(String name) {
        return Optional.ofNullable(projects.get(name)).map(Project::names).orElse(List.of());
    }

    /** The id of the project of some name. */
    Optional<Id.Project> id(String name) {
        return Optional.ofNullable(projects.get(name)).map(Project::id);
    }

    private ProjectAttributes state(Project project, LocalDate day) {
        Project.OnDay today = project.on(day);
        ProjectAttributes state = ProjectAttributes.UNKNOWN;
        for (ProjectAttribute each : policy.vocabulary().attributes()) {
            Id.Value value = today.attributes().get(each.id());
            Optional<Element> element = each.element();
            if (element.isEmpty()) {
                state = state.and(
                        each.id().value(),
                        requireNonNull(value, "a registered project has every attribute")
                                .value());
            } else if (value != null) {
                state = value.equals(Domain.TRUE)
                        ? state.andHaving(element.get().set(), element.get().value())
                        : state.andLacking(element.get().set(), element.get().value());
            }
        }
        for (OptOutRegister each : policy.vocabulary().registers()) {
            state = state.permission(each.id().value(), today.holds(each.id()))
                    .everPermitted(each.id().value(), today.hasEverHeld(each.id()));
        }
        return state;
    }

    /** Every registered fact that a person's entry does not mention does not hold, or is what its declaration says. */
    private static PersonAttributes state(Person person, Optional<Id.Project> project, LocalDate day) {
        Person.OnDay today = person.on(day, project);
        Set<String> roles = new HashSet<>();
        today.roles().forEach(each -> roles.add(each.value()));
        PersonAttributes known = PersonAttributes.inRoles(roles).closed();
        for (Map.Entry<Id.Fact, Id.Value> each : today.facts().entrySet()) {
            String fact = each.getKey().value();
            Optional<Element> element = Element.named(fact);
            boolean isTrue = each.getValue().equals(Domain.TRUE);
            known = element.isEmpty()
                    ? known.givenThat(fact, each.getValue().value())
                    : isTrue
                            ? known.givenHaving(
                                    element.get().set(), element.get().value())
                            : known.givenLacking(
                                    element.get().set(), element.get().value());
        }
        return known;
    }
}
