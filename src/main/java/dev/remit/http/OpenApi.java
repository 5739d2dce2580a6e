package dev.remit.http;

import dev.remit.http.access.Searches;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The description of the endpoints in the form of OpenAPI 3.1, for tools that make clients: every status and body there can be. */
final class OpenApi {
    private static final String JSON = "application/json";
    private static final String LINES = "application/jsonl";
    private static final String PROBLEM = "application/problem+json";
    private static final String TEXT = "text/plain";
    private static final List<Integer> ERRORS = List.of(400, 401, 403, 408, 413, 415, 417, 421, 431, 500, 503);

    private OpenApi() {}

    static JsonValue.Members document() {
        return JsonMembers.of()
                .text("openapi", "3.1.0")
                .object(
                        "info",
                        JsonMembers.of()
                                .text("title", "Remit decision point")
                                .text("version", "1")
                                .text(
                                        "description",
                                        "Whether somebody may do something, and why. The endpoints under /access/v1 are those of"
                                                + " AuthZEN Authorization API 1.0."))
                .object("paths", paths())
                .object(
                        "components",
                        JsonMembers.of()
                                .object("schemas", OpenApiSchemas.all())
                                .object("responses", responses())
                                .object(
                                        "securitySchemes",
                                        JsonMembers.of()
                                                .object(
                                                        "token",
                                                        JsonMembers.of()
                                                                .text("type", "http")
                                                                .text("scheme", "bearer"))
                                                .object(
                                                        "certificate",
                                                        JsonMembers.of().text("type", "mutualTLS"))))
                .value("security", security(true))
                .build();
    }

    /** Without credentials, where nobody or this endpoint asks for them, or with a token or a certificate. */
    private static JsonValue security(boolean isAsked) {
        JsonValue none = JsonValue.Members.NONE;
        return new JsonValue.Items(
                isAsked
                        ? List.of(
                                none,
                                JsonMembers.of().texts("token", List.of()).build(),
                                JsonMembers.of().texts("certificate", List.of()).build())
                        : List.of(none));
    }

    private static JsonMembers paths() {
        JsonMembers paths = JsonMembers.of();
        paths.object(
                Endpoints.DECIDE,
                Operation.post(
                                "decide",
                                Route.Form.PROBLEM,
                                "Answers questions. As JSON Lines each line is one question,"
                                        + " and gets one line as its answer, in order: an answer, or an error with the number of the line.")
                        .taking(JSON, "Question")
                        .taking(LINES, "Question")
                        .giving(200, JSON, "Answer")
                        .giving(200, LINES, "Answer", "Refused")
                        .giving(400, JSON, "Refused")
                        .members());
        paths.object(
                "/v1/policy",
                Operation.get("policy", "Which policy is in force, and how it stands to its source.", true)
                        .giving(200, JSON, "Standing")
                        .giving(304, "")
                        .members());
        paths.object(
                "/v1/schema",
                Operation.get("schema", "The JSON Schema of the files of the policy.", true)
                        .giving(200, "application/schema+json", "")
                        .members());
        paths.object(
                "/v1/words",
                Operation.get("words", "The words of the policy with their titles, for forms.", true)
                        .giving(200, JSON, "Words")
                        .members());
        paths.object(
                "/v1/records/checkpoint",
                Operation.get("checkpoint", "The newest signed checkpoint of the log.", true)
                        .giving(200, TEXT, "")
                        .giving(404, PROBLEM, "Problem")
                        .members());
        paths.object(
                "/v1/openapi.json",
                Operation.get("openapi", "This document.", false)
                        .giving(200, JSON, "")
                        .members());
        paths.object(
                "/health/live",
                Operation.get("live", "That the server runs.", false)
                        .giving(200, JSON, "Liveness")
                        .members());
        paths.object(
                "/health/ready",
                Operation.get("ready", "Whether questions are answered.", false)
                        .giving(200, JSON, "Readiness")
                        .giving(503, JSON, "Readiness")
                        .members());
        paths.object(
                "/metrics",
                Operation.get("metrics", "Figures in the text form of Prometheus.", true)
                        .giving(200, TEXT, "")
                        .members());
        paths.object(
                "/",
                Operation.get("page", "The page of the policy.", true)
                        .giving(200, "text/html", "")
                        .members());
        paths.object(
                Access.METADATA,
                Operation.get("metadata", "AuthZEN: the metadata, if a public address is set.", false)
                        .giving(200, JSON, "Metadata")
                        .giving(404, PROBLEM, "Problem")
                        .members());
        paths.object(
                Access.EVALUATION,
                Operation.post("evaluation", Route.Form.MESSAGE, "AuthZEN: one access evaluation.")
                        .taking(JSON, "EvaluationRequest")
                        .giving(200, JSON, "AccessDecision")
                        .members());
        paths.object(
                Access.EVALUATIONS,
                Operation.post("evaluations", Route.Form.MESSAGE, "AuthZEN: several access evaluations.")
                        .taking(JSON, "EvaluationsRequest")
                        .giving(200, JSON, "AccessDecisions")
                        .members());
        for (Searches.Kind kind : Searches.Kind.values()) {
            String name = kind.word().substring(0, 1).toUpperCase(Locale.ROOT)
                    + kind.word().substring(1) + "Search";
            paths.object(
                    Access.SEARCH + kind.word(),
                    Operation.post(
                                    "search-" + kind.word(),
                                    Route.Form.MESSAGE,
                                    "AuthZEN: a " + kind.word() + " search.")
                            .taking(JSON, name)
                            .giving(200, JSON, "SearchResult")
                            .members());
        }
        return paths;
    }

    /** The errors that many endpoints answer alike. */
    private static JsonMembers responses() {
        JsonMembers all = JsonMembers.of();
        for (int status : ERRORS) {
            all.object(name(status, PROBLEM), response(status, Map.of(PROBLEM, Operation.content("Problem"))));
            all.object(name(status, TEXT), response(status, Map.of(TEXT, JsonMembers.of())));
        }
        return all.object(name(404, PROBLEM), response(404, Map.of(PROBLEM, Operation.content("Problem"))));
    }

    private static String name(int status, String type) {
        return (type.equals(TEXT) ? "Message" : "Problem") + status;
    }

    private static JsonMembers response(int status, Map<String, JsonMembers> types) {
        JsonMembers response = JsonMembers.of().text("description", HttpAnswer.title(status));
        if (types.isEmpty()) {
            return response;
        }
        JsonMembers content = JsonMembers.of();
        types.forEach(content::object);
        return response.object("content", content);
    }

    /** One endpoint under description. Whatever can go wrong with any request is in it from the beginning. */
    private static final class Operation {
        private final String method;
        private final boolean isAsked;
        private final JsonMembers described;
        private final JsonMembers body = JsonMembers.of();
        private boolean hasBody;
        private final Map<Integer, Map<String, JsonMembers>> responses = new TreeMap<>();

        private Operation(String method, String id, Route.Form form, String summary, boolean isAsked) {
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

        static Operation post(String id, Route.Form form, String summary) {
            return new Operation("post", id, form, summary, true);
        }

        static Operation get(String id, String summary, boolean isAsked) {
            return new Operation("get", id, Route.Form.PROBLEM, summary, isAsked);
        }

        Operation taking(String type, String schema) {
            body.object(type, content(schema));
            hasBody = true;
            return this;
        }

        /** Adds a response with a body of a type; without a type it has no body, and without schemas any text. */
        Operation giving(int status, String type, String... schemas) {
            Map<String, JsonMembers> types = responses.computeIfAbsent(status, none -> new LinkedHashMap<>());
            if (!type.isEmpty()) {
                types.put(type, content(schemas));
            }
            return this;
        }

        private static JsonMembers content(String... schemas) {
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
                described.value("security", security(false));
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
    }
}
