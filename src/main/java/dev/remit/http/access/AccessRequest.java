package dev.remit.http.access;

import static java.util.Objects.requireNonNull;

import dev.remit.http.mapping.MappedValue;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import java.util.Optional;

/**
 * What AuthZEN calls an access evaluation: may the subject perform the action on the resource? In a search one of them is left
 * open.
 *
 * @param subject the subject
 * @param action the action; its name stands as its id
 * @param resource the resource
 * @param context the environment
 */
public record AccessRequest(Entity subject, Entity action, Entity resource, Members context)
        implements MappedValue.Inputs {
    public AccessRequest {
        requireNonNull(subject, "subject");
        requireNonNull(action, "action");
        requireNonNull(resource, "resource");
        requireNonNull(context, "context");
    }

    /**
     * A subject, an action or a resource.
     *
     * @param type its type; empty for actions
     * @param id its id, or the name of an action; empty for what a search is to find
     * @param properties what else is said about it
     */
    public record Entity(Optional<String> type, Optional<String> id, Members properties) {
        /** What a search is to find, of no type. */
        public static final Entity OPEN = new Entity(Optional.empty(), Optional.empty(), Members.NONE);

        public Entity {
            requireNonNull(type, "type");
            requireNonNull(id, "id");
            requireNonNull(properties, "properties");
        }

        /** The same with an id. */
        public Entity named(String other) {
            return new Entity(type, Optional.of(other), properties);
        }
    }

    /** The same about another subject. */
    public AccessRequest withSubject(String id) {
        return new AccessRequest(subject.named(id), action, resource, context);
    }

    /** The same about another action. */
    public AccessRequest withAction(String name) {
        return new AccessRequest(subject, action.named(name), resource, context);
    }

    /** The same about another resource. */
    public AccessRequest withResource(String id) {
        return new AccessRequest(subject, action, resource.named(id), context);
    }

    @Override
    public Optional<JsonValue> at(String path) {
        int dot = path.indexOf('.');
        String part = path.substring(0, dot);
        String rest = path.substring(dot + 1);
        return switch (part) {
            case "subject" -> of(subject, rest);
            case "action" -> rest.equals("name") ? of(action, "id") : of(action, rest);
            case "resource" -> of(resource, rest);
            default -> within(context, rest);
        };
    }

    private static Optional<JsonValue> of(Entity entity, String path) {
        return switch (path) {
            case "type" -> entity.type().map(JsonValue.Text::new);
            case "id" -> entity.id().map(JsonValue.Text::new);
            default -> within(entity.properties(), path.substring(path.indexOf('.') + 1));
        };
    }

    /** A member, or one of an object within, by names with dots between them; a name that has the dots itself goes first. */
    private static Optional<JsonValue> within(Members members, String path) {
        Optional<JsonValue> whole = members.member(path);
        int dot = path.indexOf('.');
        return whole.isPresent() || dot < 0
                ? whole
                : members.object(path.substring(0, dot)).flatMap(inner -> within(inner, path.substring(dot + 1)));
    }
}
