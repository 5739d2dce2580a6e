package dev.remit.http;

import dev.remit.http.access.Searches;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The description of the endpoints in the form of OpenAPI 3.1, for tools that make clients: every status and body there can be. */
final class OpenApi {
    private static final String JSON = "application/json";
    private static final String LINES = "application/jsonl";
    private static final String PROBLEM = "application/problem+json";
    private static final String TEXT = "text/plain";

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
    static JsonValue security(boolean isAsked) {
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
                OpenApiOperation.post(
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
                OpenApiOperation.get("policy", "Which policy is in force, and how it stands to its source.", true)
                        .giving(200, JSON, "Standing")
                        .giving(304, "")
                        .members());
        paths.object(
                "/v1/schema",
                OpenApiOperation.get("schema", "The JSON Schema of the files of the policy.", true)
                        .giving(200, "application/schema+json", "")
                        .members());
        paths.object(
                "/v1/words",
                OpenApiOperation.get("words", "The words of the policy with their titles, for forms.", true)
                        .giving(200, JSON, "Words")
                        .members());
        paths.object(
                "/v1/records/checkpoint",
                OpenApiOperation.get("checkpoint", "The newest signed checkpoint of the log.", true)
                        .giving(200, TEXT, "")
                        .giving(404, PROBLEM, "Problem")
                        .members());
        paths.object(
                "/v1/openapi.json",
                OpenApiOperation.get("openapi", "This document.", false)
                        .giving(200, JSON, "")
                        .members());
        paths.object(
                "/health/live",
                OpenApiOperation.get("live", "That the server runs.", false)
                        .giving(200, JSON, "Liveness")
                        .members());
        paths.object(
                "/health/ready",
                OpenApiOperation.get("ready", "Whether questions are answered.", false)
                        .giving(200, JSON, "Readiness")
                        .giving(503, JSON, "Readiness")
                        .members());
        paths.object(
                "/metrics",
                OpenApiOperation.get("metrics", "Figures in the text form of Prometheus.", true)
                        .giving(200, TEXT, "")
                        .members());
        paths.object(
                "/",
                OpenApiOperation.get("page", "The page of the policy.", true)
                        .giving(200, "text/html", "")
                        .members());
        paths.object(
                Access.METADATA,
                OpenApiOperation.get("metadata", "AuthZEN: the metadata, if a public address is set.", false)
                        .giving(200, JSON, "Metadata")
                        .giving(404, PROBLEM, "Problem")
                        .members());
        paths.object(
                Access.EVALUATION,
                OpenApiOperation.post("evaluation", Route.Form.MESSAGE, "AuthZEN: one access evaluation.")
                        .taking(JSON, "EvaluationRequest")
                        .giving(200, JSON, "AccessDecision")
                        .members());
        paths.object(
                Access.EVALUATIONS,
                OpenApiOperation.post("evaluations", Route.Form.MESSAGE, "AuthZEN: several access evaluations.")
                        .taking(JSON, "EvaluationsRequest")
                        .giving(200, JSON, "AccessDecisions")
                        .members());
        for (Searches.Kind kind : Searches.Kind.values()) {
            String name = kind.word().substring(0, 1).toUpperCase(Locale.ROOT)
                    + kind.word().substring(1) + "Search";
            paths.object(
                    Access.SEARCH + kind.word(),
                    OpenApiOperation.post(
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
        for (int status : OpenApiOperation.ERRORS) {
            all.object(
                    OpenApiOperation.name(status, PROBLEM),
                    OpenApiOperation.response(status, Map.of(PROBLEM, OpenApiOperation.content("Problem"))));
            all.object(
                    OpenApiOperation.name(status, TEXT),
                    OpenApiOperation.response(status, Map.of(TEXT, JsonMembers.of())));
        }
        return all.object(
                OpenApiOperation.name(404, PROBLEM),
                OpenApiOperation.response(404, Map.of(PROBLEM, OpenApiOperation.content("Problem"))));
    }
}
