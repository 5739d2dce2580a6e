package dev.remit.http.access;

import dev.remit.http.access.AccessRequest.Entity;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import java.util.Optional;
import java.util.Set;

/** Reads AuthZEN requests. What the specification requires must be there, and unknown members are passed over. */
final class AccessReader {
    private AccessReader() {}

    /** Reads what is to be evaluated. */
    static AccessRequest evaluation(Members request) throws NotARequestException {
        return read(request, Set.of());
    }

    /**
     * Reads a request.
     *
     * @param open which of subject, action and resource is to be found
     */
    static AccessRequest read(Members request, Set<String> open) throws NotARequestException {
        return new AccessRequest(
                entity(request, "subject", open.contains("subject")),
                open.contains("action") ? Entity.OPEN : action(request),
                entity(request, "resource", open.contains("resource")),
                optional(request, "context"));
    }

    /** Which part of the results a search asks for. */
    static Members page(Members request) throws NotARequestException {
        Members page = optional(request, "page");
        optional(page, "properties");
        return page;
    }

    private static Entity entity(Members request, String key, boolean isOpen) throws NotARequestException {
        Members entity = required(request, key);
        String type = text(entity, key, "type");
        return new Entity(
                Optional.of(type),
                isOpen ? Optional.empty() : Optional.of(text(entity, key, "id")),
                optional(entity, "properties"));
    }

    private static Entity action(Members request) throws NotARequestException {
        Members action = required(request, "action");
        return new Entity(
                Optional.empty(), Optional.of(text(action, "action", "name")), optional(action, "properties"));
    }

    private static Members required(Members request, String key) throws NotARequestException {
        JsonValue value =
                request.member(key).orElseThrow(() -> new NotARequestException("expected `" + key + "`, found none"));
        return object(value, key);
    }

    /** An object that may be left out. */
    static Members optional(Members in, String key) throws NotARequestException {
        Optional<JsonValue> value = in.member(key).filter(each -> !(each instanceof JsonValue.Nothing));
        return value.isPresent() ? object(value.get(), key) : Members.NONE;
    }

    private static Members object(JsonValue value, String key) throws NotARequestException {
        if (value instanceof Members members) {
            return members;
        }
        throw new NotARequestException("expected `" + key + "` to be an object, found " + value.kind());
    }

    private static String text(Members entity, String of, String key) throws NotARequestException {
        JsonValue value = entity.member(key)
                .orElseThrow(() -> new NotARequestException("expected `" + of + "." + key + "`, found none"));
        return value.asText()
                .orElseThrow(() -> new NotARequestException(
                        "expected `" + of + "." + key + "` to be a string, found " + value.kind()));
    }
}
