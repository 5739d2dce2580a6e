package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Register entries as they are on a day, as values of the variables of a question. Immutable.
 */
public final class RegisterVariables {
    private final Space space;
    private final List<Id.Attribute> attributes;
    private final List<Id.Register> registers;
    private final List<Fact> facts;
    private final List<Optional<Id.Value>> withoutProject;
    private final List<Variable> ofProjects;

    /**
     * The variables of a space that entries of registers have values of.
     *
     * @param space a space with at least the variables of the vocabulary
     */
    public RegisterVariables(Vocabulary vocabulary, Space space) {
        this.space = requireNonNull(space, "space");
        attributes = vocabulary.attributes().stream().map(ProjectAttribute::id).toList();
        withoutProject = vocabulary.attributes().stream()
                .map(ProjectAttribute::withoutProject)
                .toList();
        registers = vocabulary.registers().stream().map(OptOutRegister::id).toList();
        facts = vocabulary.facts().stream().filter(Fact::isRegistered).toList();
        List<Variable> variables = new ArrayList<>();
        attributes.forEach(each -> variables.add(space.attribute(each)));
        registers.forEach(each -> variables.add(space.permission(each)));
        registers.forEach(each -> variables.add(space.everPermitted(each)));
        ofProjects = List.copyOf(variables);
    }

    /** The variables that projects have values of: the attributes, the permissions, and which permissions were ever held. */
    public List<Variable> ofProjects() {
        return ofProjects;
    }

    /**
     * The value of each variable of projects, in their order, for a project as it is on a day: {@link Assignment#OPEN}
     * where the project has none, or one that is no word of the space.
     */
    public int[] values(Project.OnDay project) {
        int[] values = new int[ofProjects.size()];
        int at = 0;
        for (Id.Attribute each : attributes) {
            Id.Value value = project.attributes().get(each);
            values[at] = value == null ? Assignment.OPEN : ofProjects.get(at).place(value.value());
            at++;
        }
        for (Id.Register each : registers) {
            values[at++] = project.holds(each) ? 1 : 0;
        }
        for (Id.Register each : registers) {
            values[at++] = project.hasEverHeld(each) ? 1 : 0;
        }
        return values;
    }

    /** A question about a project as it is on a day; empty if one of its values is no word of the space. */
    public Optional<Assignment> with(Assignment question, Project.OnDay project) {
        int[] values = question.values();
        int[] said = values(project);
        for (int i = 0; i < said.length; i++) {
            if (said[i] != Assignment.OPEN) {
                values[ofProjects.get(i).index()] = said[i];
            } else if (project.attributes().containsKey(attributes.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(Assignment.of(space, values));
    }

    /** A question about no project; empty if the vocabulary has no such questions. */
    public Optional<Assignment> withoutProject(Assignment question) {
        Assignment without = question;
        for (int i = 0; i < attributes.size(); i++) {
            Optional<Id.Value> none = withoutProject.get(i);
            if (none.isEmpty()) {
                return Optional.empty();
            }
            Variable variable = ofProjects.get(i);
            without = without.with(variable, variable.place(none.get().value()));
        }
        for (Id.Register each : registers) {
            without = without.with(space.permission(each), 0).with(space.everPermitted(each), 0);
        }
        return Optional.of(without);
    }

    /** A question about a person of whom everything is known that registers know; the role is left as it is. */
    public Assignment with(Assignment question, Person.OnDay person) {
        Assignment known = question;
        for (Fact each : facts) {
            Variable variable = space.fact(each.id());
            known = known.with(
                    variable,
                    person.value(each)
                            .map(value -> variable.place(value.value()))
                            .orElse(Assignment.OPEN));
        }
        return known;
    }
}
