package dev.remit.http.access;

import dev.remit.diagnostic.Words;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request says in {@code context.remit}, the part of the context that is about Remit's own terms, and of obligations. Nothing
 * in it is passed over: a misspelt name could turn a question into another.
 *
 * @param category the work category, if it says one
 * @param route the route, if it says one
 * @param facts what it says of facts
 * @param closed whether every other fact is false, if it says so
 * @param optOuts what it asks about opted-out patients
 * @param handles what the caller takes care of, if it says so
 * @param explain whether it wants to know what would make a denial a permit
 * @param strict whether a property that the policy does not know is an error
 * @param at the instant asked about, if it says one
 * @param takesObligations whether the client can carry out obligations, as far as it says
 */
record RemitContext(
        Optional<String> category,
        Optional<String> route,
        Members facts,
        Optional<Boolean> closed,
        Optional<Members> optOuts,
        Optional<Members> handles,
        boolean explain,
        boolean strict,
        Optional<String> at,
        boolean takesObligations) {
    private static final List<String> KEYS =
            List.of("category", "route", "facts", "closed", "optOuts", "handles", "explain", "strict", "at");

    /** Reads it. */
    static RemitContext of(Members context) throws RefusedException {
        Optional<JsonValue> value = context.member("remit");
        Members members = value.isPresent() ? object(value.get(), "remit") : Members.NONE;
        for (String key : members.members().keySet()) {
            if (!KEYS.contains(key)) {
                throw new RefusedException(
                        RefusedException.BAD_CONTEXT,
                        "`context.remit` has no member " + Words.quoted(key),
                        Words.didYouMean(key, KEYS).or(() -> Optional.of("known: " + Words.and(KEYS))));
            }
        }
        return new RemitContext(
                text(members, "category"),
                text(members, "route"),
                optional(members, "facts").orElse(Members.NONE),
                truth(members, "closed"),
                optional(members, "optOuts"),
                optional(members, "handles"),
                truth(members, "explain").orElse(false),
                truth(members, "strict").orElse(false),
                text(members, "at"),
                takesObligations(context));
    }

    /**
     * Whether the types of obligations that a client says it supports have the one that is sent. A client that says nothing of it
     * leaves that to its profile.
     */
    private static boolean takesObligations(Members context) throws RefusedException {
        Optional<JsonValue> said =
                context.member("supported_obligations").filter(each -> !(each instanceof JsonValue.Nothing));
        return said.isEmpty() || texts(said.get(), "supported_obligations").contains(Evaluations.OBLIGATION);
    }

    /**
     * What it says to be handled: duties under the key {@code duties}, and outcomes by register.
     *
     * @param duties the duties
     * @param population for each register the outcomes
     */
    record Handles(List<String> duties, Map<String, List<String>> population) {}

    /** What the caller says to take care of. */
    Optional<Handles> said() throws RefusedException {
        if (handles.isEmpty()) {
            return Optional.empty();
        }
        for (String key : handles.get().members().keySet()) {
            if (!key.equals("duties") && !key.equals("population")) {
                throw RefusedException.badContext("`handles` has no member " + Words.quoted(key));
            }
        }
        Map<String, List<String>> population = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> each : optional(handles.get(), "population")
                .orElse(Members.NONE)
                .members()
                .entrySet()) {
            population.put(each.getKey(), texts(each.getValue(), "handles.population"));
        }
        Optional<JsonValue> duties = handles.get().member("duties");
        return Optional.of(
                new Handles(duties.isPresent() ? texts(duties.get(), "handles.duties") : List.of(), population));
    }

    private static List<String> texts(JsonValue value, String key) throws RefusedException {
        if (value instanceof JsonValue.Items items
                && items.items().stream().allMatch(each -> each.asText().isPresent())) {
            return items.items().stream()
                    .map(each -> each.asText().orElseThrow())
                    .toList();
        }
        throw RefusedException.badContext("expected `" + key + "` to have lists of strings, found other things");
    }

    private static Optional<Members> optional(Members members, String key) throws RefusedException {
        Optional<JsonValue> value = members.member(key);
        return value.isPresent() ? Optional.of(object(value.get(), key)) : Optional.empty();
    }

    private static Members object(JsonValue value, String key) throws RefusedException {
        if (value instanceof Members members) {
            return members;
        }
        throw RefusedException.badContext("expected `" + key + "` to be an object, found " + value.kind());
    }

    private static Optional<String> text(Members members, String key) throws RefusedException {
        Optional<JsonValue> value = members.member(key);
        if (value.isPresent() && value.get().asText().isEmpty()) {
            throw RefusedException.badContext("expected `" + key + "` to be a string, found "
                    + value.get().kind());
        }
        return value.flatMap(JsonValue::asText);
    }

    private static Optional<Boolean> truth(Members members, String key) throws RefusedException {
        Optional<JsonValue> value = members.member(key);
        if (value.isPresent() && !(value.get() instanceof JsonValue.Truth)) {
            throw RefusedException.badContext("expected `" + key + "` to be true or false, found "
                    + value.get().kind());
        }
        return members.truth(key);
    }
}
