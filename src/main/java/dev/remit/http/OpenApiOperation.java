package dev.remit.http;

import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One endpoint under description. Whatever can go wrong with any request is in it from the beginning. */
final class OpenApiOperation {
    static final List<Integer> ERRORS = List.of(400, 401, 403, 408, 413, 415, 417, 421, 431, 500, 503);
    private static final String PROBLEM = "application/problem+json";
    private static final String TEXT = "text/plain";

    private final String method;
    private final boolean isAsked;
    private final JsonMembers described;
    private final JsonMembers body = JsonMembers.of();
    private boolean hasBody;
    private final Map<Integer, Map<String, JsonMembers>> responses = new TreeMap<>();

    private OpenApiOperation(String method, String id, Route.Form form, String summary, boolean isAsked) {
        this.method = method;
        this.isAsked = isAsked;
        described = JsonMembers.of().text("operationId", id).text("summary", summary);
        for (int status : ERRORS) {
            if (status != 401 || isAsked) {
                boolean isText = form == Route.Form.MESSAGE;
                giving(status, isText ? TEXT : PROBLEM, isText ? "" : "Problem");
            }
        }
    }

    static OpenApiOperation post(String id, Route.Form form, String summary) {
        return new OpenApiOperation("post", id, form, summary, true);
    }

    static OpenApiOperation get(String id, String summary, boolean isAsked) {
        return new OpenApiOperation("get", id, Route.Form.PROBLEM, summary, isAsked);
    }

    OpenApiOperation taking(String type, String schema) {
        body.object(type, content(schema));
        hasBody = true;
        return this;
    }

    /** Adds a response with a body of a type; without a type it has no body, and without schemas any text. */
    OpenApiOperation giving(int status, String type, String... schemas) {
        Map<String, JsonMembers> types = responses.computeIfAbsent(status, none -> new LinkedHashMap<>());
        if (!type.isEmpty()) {
            types.put(type, content(schemas));
        }
        return this;
    }

    static JsonMembers content(String... schemas) {
        List<JsonValue> all = List.of(schemas).stream()
                .filter(name -> !name.isEmpty())
                .map(name -> (JsonValue) JsonMembers.of()
                        .text("$ref", "#/components/schemas/" + name)
                        .build())
                .toList();
        JsonMembers content = JsonMembers.of();
        if (all.isEmpty()) {
            return content;
        }
        return content.value(
                "schema",
                all.size() == 1
                        ? all.get(0)
                        : JsonMembers.of()
                                .value("oneOf", new JsonValue.Items(all))
                                .build());
    }

    JsonMembers members() {
        if (hasBody) {
            described.object(
                    "requestBody", JsonMembers.of().truth("required", true).object("content", body));
        }
        if (!isAsked) {
            described.value("security", OpenApi.security(false));
        }
        JsonMembers all = JsonMembers.of();
        responses.forEach((status, types) -> {
            boolean isAlone = status >= 400 && types.size() == 1;
            all.object(
                    Integer.toString(status),
                    isAlone
                            ? JsonMembers.of()
                                    .text(
                                            "$ref",
                                            "#/components/responses/"
                                                    + name(
                                                            status,
                                                            types.keySet()
                                                                    .iterator()
                                                                    .next()))
                            : response(status, types));
        });
        return JsonMembers.of().object(method, described.object("responses", all));
    }

    static String name(int status, String type) {
        return (type.equals(TEXT) ? "Message" : "Problem") + status;
    }

    static JsonMembers response(int status, Map<String, JsonMembers> types) {
        JsonMembers response = JsonMembers.of().text("description", HttpAnswer.title(status));
        if (types.isEmpty()) {
            return response;
        }
        JsonMembers content = JsonMembers.of();
        types.forEach(content::object);
        return response.object("content", content);
    }
}
