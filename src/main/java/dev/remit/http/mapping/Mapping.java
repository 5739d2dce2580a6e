package dev.remit.http.mapping;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the words of another system stand for those of a policy.
 *
 * @param title what people call it
 * @param subjects the types of subjects
 * @param actions the actions
 * @param resources the types of resources
 * @param properties what is known of subject, action and resource
 * @param isClosed whether facts that are not said are false
 */
public record Mapping(
        String title,
        List<Subject> subjects,
        List<Action> actions,
        List<Resource> resources,
        List<Property> properties,
        boolean isClosed) {
    public Mapping {
        requireNonNull(title, "title");
        subjects = List.copyOf(subjects);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        properties = List.copyOf(properties);
    }

    /**
     * A type of subjects.
     *
     * @param type the type as it is sent
     * @param isPerson whether it is a person, and not a role
     * @param id its id in the policy
     */
    public record Subject(String type, boolean isPerson, MappedValue id) {
        public Subject {
            requireNonNull(type, "type");
            requireNonNull(id, "id");
        }
    }

    /**
     * An action.
     *
     * @param name the name as it is sent
     * @param activity the activity of the policy
     * @param types the resource types it is for; none for all
     */
    public record Action(String name, String activity, Set<String> types) {
        public Action {
            requireNonNull(name, "name");
            requireNonNull(activity, "activity");
            types = Set.copyOf(types);
        }

        /** Whether it is for a type of resources. */
        public boolean isFor(Optional<String> type) {
            return types.isEmpty() || type.filter(types::contains).isPresent();
        }
    }

    /**
     * A type of resources.
     *
     * @param type the type as it is sent
     * @param level the data level, if it says one
     * @param project the project, if it says one
     * @param as what its id is in the policy, if anything
     */
    public record Resource(String type, Optional<MappedValue> level, Optional<MappedValue> project, Optional<As> as) {
        public Resource {
            requireNonNull(type, "type");
            requireNonNull(level, "level");
            requireNonNull(project, "project");
            requireNonNull(as, "as");
        }
    }

    /** What the id of a resource is in a policy. */
    public enum As {
        /** A data level. */
        LEVEL,
        /** A project. */
        PROJECT
    }

    /**
     * Something that is known of subject, action or resource.
     *
     * @param target what it says in a question
     * @param name the fact or attribute; empty for category and route
     * @param value the value
     * @param isOverRegister whether a value that is sent stands over what the register says of the project
     * @param inputs the inputs it is made from
     */
    public record Property(Target target, String name, MappedValue value, boolean isOverRegister, Set<String> inputs) {
        public Property {
            requireNonNull(target, "target");
            requireNonNull(name, "name");
            requireNonNull(value, "value");
            inputs = Set.copyOf(inputs);
        }
    }

    /** What a property says in a question. */
    public enum Target {
        /** The work category. */
        CATEGORY,
        /** The route. */
        ROUTE,
        /** A fact. */
        FACT,
        /** An attribute of the project. */
        ATTRIBUTE
    }

    /** The type of subjects that is sent under a name. */
    public Optional<Subject> subject(String type) {
        return subjects.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /** The type of resources that is sent under a name. */
    public Optional<Resource> resource(String type) {
        return resources.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /** The action that is sent under a name, for a type of resources. */
    public Optional<Action> action(String name, Optional<String> type) {
        return actions.stream()
                .filter(each -> each.name().equals(name) && each.isFor(type))
                .findFirst();
    }
}
