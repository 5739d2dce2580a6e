package dev.remit.http;

import dev.remit.http.access.Searches;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import java.util.List;

/** The description of the endpoints in the form of OpenAPI 3.1, for tools that make clients. */
final class OpenApi {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "#/components/schemas/Problem";

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
                                .object("schemas", schemas())
                                .object(
                                        "securitySchemes",
                                        JsonMembers.of()
                                                .object(
                                                        "token",
                                                        JsonMembers.of()
                                                                .text("type", "http")
                                                                .text("scheme", "bearer"))))
                .value(
                        "security",
                        new JsonValue.Items(List.of(
                                JsonValue.Members.NONE,
                                JsonMembers.of().texts("token", List.of()).build())))
                .build();
    }

    private static JsonMembers paths() {
        JsonMembers paths = JsonMembers.of();
        paths.object(
                Endpoints.DECIDE,
                post(
                        "decide",
                        "Answers questions. As JSON Lines each line is one question, and gets one line as its answer, in order.",
                        JsonMembers.of()
                                .object(JSON, content("#/components/schemas/Question"))
                                .object("application/jsonl", content("#/components/schemas/Question")),
                        "#/components/schemas/Answer"));
        paths.object("/v1/policy", read("policy", "Which policy is in force, and how it stands to its source."));
        paths.object("/v1/schema", read("schema", "The JSON Schema of the files of the policy."));
        paths.object("/v1/words", read("words", "The words of the policy with their titles, for forms."));
        paths.object("/v1/records/checkpoint", read("checkpoint", "The newest signed checkpoint of the log."));
        paths.object("/v1/openapi.json", read("openapi", "This document."));
        paths.object("/health/live", read("live", "That the server runs."));
        paths.object("/health/ready", read("ready", "Whether questions are answered: 503 if not."));
        paths.object("/metrics", read("metrics", "Figures in the text form of Prometheus."));
        JsonMembers request = JsonMembers.of().object(JSON, content("#/components/schemas/AccessRequest"));
        paths.object(
                Access.EVALUATION,
                post("evaluation", "AuthZEN: one access evaluation.", request, "#/components/schemas/AccessAnswer"));
        paths.object(
                Access.EVALUATIONS,
                post(
                        "evaluations",
                        "AuthZEN: several access evaluations.",
                        request,
                        "#/components/schemas/AccessAnswer"));
        for (Searches.Kind kind : Searches.Kind.values()) {
            paths.object(
                    Access.SEARCH + kind.word(),
                    post(
                            "search-" + kind.word(),
                            "AuthZEN: a " + kind.word() + " search.",
                            request,
                            "#/components/schemas/AccessAnswer"));
        }
        return paths;
    }

    private static JsonMembers content(String schema) {
        return JsonMembers.of().object("schema", JsonMembers.of().text("$ref", schema));
    }

    private static JsonMembers post(String id, String summary, JsonMembers body, String answer) {
        return JsonMembers.of()
                .object(
                        "post",
                        JsonMembers.of()
                                .text("operationId", id)
                                .text("summary", summary)
                                .object(
                                        "requestBody",
                                        JsonMembers.of().truth("required", true).object("content", body))
                                .object("responses", responses(content(answer))));
    }

    private static JsonMembers read(String id, String summary) {
        return JsonMembers.of()
                .object(
                        "get",
                        JsonMembers.of()
                                .text("operationId", id)
                                .text("summary", summary)
                                .object("responses", responses(JsonMembers.of())));
    }

    private static JsonMembers responses(JsonMembers good) {
        JsonMembers problem = JsonMembers.of()
                .text("description", "No answer")
                .object("content", JsonMembers.of().object("application/problem+json", content(PROBLEM)));
        return JsonMembers.of()
                .object(
                        "200",
                        JsonMembers.of()
                                .text("description", "The answer")
                                .object("content", JsonMembers.of().object(JSON, good)))
                .object("default", problem);
    }

    private static JsonMembers schemas() {
        return JsonMembers.of()
                .object(
                        "Question",
                        object(List.of("activity"))
                                .object(
                                        "properties",
                                        JsonMembers.of()
                                                .object("id", type("string"))
                                                .object("role", type("string"))
                                                .object("roles", list())
                                                .object("person", type("string"))
                                                .object("activity", type("string"))
                                                .object(
                                                        "level",
                                                        JsonMembers.of().texts("type", List.of("string", "integer")))
                                                .object("category", type("string"))
                                                .object("route", type("string"))
                                                .object(
                                                        "project",
                                                        JsonMembers.of()
                                                                .texts(
                                                                        "type",
                                                                        List.of("string", "integer", "object", "null")))
                                                .object("facts", type("object"))
                                                .object("closed", type("boolean"))
                                                .object("optOuts", type("object"))
                                                .object("at", type("string").text("format", "date-time"))
                                                .object("explain", type("boolean")))
                                .truth("additionalProperties", false))
                .object("Answer", object(List.of("id")))
                .object(
                        "AccessRequest",
                        object(List.of())
                                .object(
                                        "properties",
                                        JsonMembers.of()
                                                .object("subject", type("object"))
                                                .object("action", type("object"))
                                                .object("resource", type("object"))
                                                .object("context", type("object"))
                                                .object(
                                                        "evaluations",
                                                        JsonMembers.of().text("type", "array"))
                                                .object("options", type("object"))
                                                .object("page", type("object"))))
                .object("AccessAnswer", type("object"))
                .object(
                        "Problem",
                        object(List.of("status", "code", "detail"))
                                .object(
                                        "properties",
                                        JsonMembers.of()
                                                .object("type", type("string"))
                                                .object("title", type("string"))
                                                .object("status", type("integer"))
                                                .object("code", type("string"))
                                                .object("detail", type("string"))));
    }

    private static JsonMembers object(List<String> required) {
        JsonMembers object = type("object");
        return required.isEmpty() ? object : object.texts("required", required);
    }

    private static JsonMembers type(String type) {
        return JsonMembers.of().text("type", type);
    }

    private static JsonMembers list() {
        return type("array").object("items", type("string"));
    }
}
