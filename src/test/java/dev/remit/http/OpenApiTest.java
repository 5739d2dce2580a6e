package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.http.config.LogSettings;
import dev.remit.http.config.ServeSettings;
import dev.remit.record.RecordSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Holds the description of the endpoints to what they answer, both ways: every status, type and body that comes is described, and
 * everything that is described comes.
 */
class OpenApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode DOCUMENT = document();

    /** What no request can bring about: a fault of ours, and a server that is stopping. */
    private static final Set<String> ONLY_IN_NEED = Set.of(
            "/v1/policy 503",
            "/v1/openapi.json 503",
            "/v1/records/checkpoint 503",
            "/health/live 503",
            "/health/ready 503 application/problem+json",
            "/metrics 503",
            "/.well-known/authzen-configuration 503");

    /** Members that need a log, a directory, a policy of sets, or hundreds of conditions. */
    private static final Set<String> RARE = Set.of("record", "incomplete", "setOf", "more");

    private static final String JSON = "application/json";
    private static final String LINES = "application/jsonl";
    private static final String PUBLIC = "remit: 1\npublic-url: https://pdp.example.org\nlimits: {idle: 1s}\n";
    private static final String CALLED =
            "remit: 1\ncallers: [{name: a, tokens: sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}]\n";
    private static final String DAY = "\"at\":\"2026-11-22T10:00:00Z\"";
    private static final String KNOWN =
            "\"facts\":{\"named-on-project\":true,\"secure-environment-access\":true},\"closed\":true," + DAY;
    private static final String WAY = "\"category\":\"research-project\",\"route\":\"secure-environment\",";
    private static final String HANDLES =
            ",\"handles\":{\"duties\":[\"log-operation\"],\"population\":{\"type-1\":[\"settled-upstream\"],\"national\":[\"settled-upstream\"]}}";

    private final Set<String> seen = new TreeSet<>();
    private final Set<String> names = new TreeSet<>();
    private final Map<String, Schema> schemas = new HashMap<>();

    private static JsonNode document() {
        return read(OpenApi.document().json());
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(json, noJson);
        }
    }

    private static String access(String role, String level, String remit) {
        return "{\"subject\":{\"type\":\"role\",\"id\":\"" + role
                + "\",\"properties\":{\"ip\":1}},\"action\":{\"name\":\"view\"},"
                + "\"resource\":{\"type\":\"level\",\"id\":\"" + level + "\",\"properties\":{\"project\":\"156\"}},"
                + "\"context\":{\"remit\":{" + remit + "}}}";
    }

    @Test
    void describesWhatComesAndNothingElse() {
        try (TestServer open = TestServer.of(Path.of("policy/minimal"), PUBLIC);
                TestServer called = TestServer.of(Path.of("policy/minimal"), CALLED);
                TestServer logged = logged();
                TestServer idle =
                        TestServer.of(new OutOfForce(), new Figures(), ServeSettings.LOCAL, Optional.empty());
                TestServer full = TestServer.of(Path.of("policy/opensafely"))) {
            whateverIsAsked(open, called);
            read(open);
            took("/v1/records/checkpoint", "GET", logged.get("/v1/records/checkpoint"));
            read(idle);
            asked(full);
            took("/v1/words", "GET", full.get("/v1/words"));
            for (String path : List.of(Endpoints.DECIDE, Access.EVALUATION, Access.EVALUATIONS)) {
                post(idle, path, JSON, "{}");
            }
            for (String kind : List.of("subject", "resource", "action")) {
                post(idle, Access.SEARCH + kind, JSON, "{}");
            }
        }

        Set<String> described = new TreeSet<>();
        each((path, method, operation) -> operation
                .get("responses")
                .properties()
                .forEach(response -> {
                    JsonNode content = resolved(response.getValue()).path("content");
                    String status = path + " " + response.getKey();
                    if (content.isEmpty()) {
                        described.add(status);
                    }
                    content.fieldNames().forEachRemaining(type -> described.add(status + " " + type));
                }));
        described.removeIf(
                each -> each.contains(" 500 ") || ONLY_IN_NEED.stream().anyMatch(each::startsWith));
        assertThat(described)
                .allSatisfy(
                        each -> assertThat(seen).as("described, and never sent").contains(each));
        Set<String> members = new TreeSet<>();
        DOCUMENT.get("components").get("schemas").properties().forEach(schema -> {
            if (!schema.getKey().matches(".*Request|.*(?<!r)Search|Question")) {
                members(schema.getValue(), members);
            }
        });
        members.removeAll(RARE);
        members.removeAll(names);
        assertThat(members).as("members that are described, and never sent").isEmpty();
    }

    /** A server with a log that has a checkpoint. */
    private static TestServer logged() {
        ServeSettings settings = ServeSettings.LOCAL.recording(
                new LogSettings(Path.of("docs/examples/records"), RecordSettings.written()));
        return TestServer.of(Remit.load(Path.of("policy/minimal")), settings, Optional.empty(), point -> point);
    }

    /** No policy is in force. */
    private static final class OutOfForce implements Served {
        @Override
        public DecisionPoint decisions() throws UnavailableException {
            throw new UnavailableException("no policy is in force");
        }

        @Override
        public Optional<PolicyBundle> bundle() {
            return Optional.empty();
        }

        @Override
        public Standing standing() {
            return new Standing("EXPIRED", false, Instant.EPOCH, Optional.of("too old"), Optional.of("gone"));
        }
    }

    /** Takes an endpoint that is described. */
    @FunctionalInterface
    private interface Taking {
        void take(String path, String method, JsonNode operation);
    }

    private static void each(Taking taking) {
        DOCUMENT.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> taking.take(
                                path.getKey(), method.getKey().toUpperCase(Locale.ROOT), method.getValue())));
    }

    /** The errors that any request can meet. */
    private void whateverIsAsked(TestServer open, TestServer called) {
        Map<String, RawClient> late = new HashMap<>();
        each((path, method, operation) -> {
            String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
            for (String headers : List.of(
                    "X-Request-ID: a\r\nX-Request-ID: b\r\n",
                    "Origin: https://evil.example\r\n",
                    "Content-Length: 99999999\r\n",
                    "Content-Encoding: gzip\r\n",
                    "Expect: wonders\r\n",
                    "X: " + "a".repeat(9000) + "\r\n")) {
                raw(path, method, open, request + headers + "\r\n");
            }
            raw(path, method, open, request.replace("Host: localhost", "Host: evil.example") + "\r\n");
            if (!operation.path("security").isArray()) {
                raw(path, method, called, request + "\r\n");
            }
            late.put(
                    method + " " + path,
                    new RawClient(open.port())
                            .send(request + "Content-Length: 500\r\nContent-Type: application/json\r\n\r\n{"));
        });
        late.forEach((request, client) -> {
            String[] parts = request.split(" ", 2);
            took(parts[1], parts[0], client.until(""));
            client.close();
        });
    }

    private void raw(String path, String method, TestServer server, String request) {
        try (RawClient client = new RawClient(server.port())) {
            took(path, method, client.send(request).until(""));
        }
    }

    private void took(String path, String method, String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String type = answer.substring(0, end).replaceAll("(?s).*Content-Type: ([^;\r]*).*", "$1");
        took(path, method, Integer.parseInt(answer.substring(9, 12)), type, answer.substring(end + 4));
    }

    private void read(TestServer server) {
        each((path, method, operation) -> {
            if (method.equals("GET")) {
                HttpResponse<String> answer = server.get(path);
                took(path, method, answer);
                answer.headers()
                        .firstValue("ETag")
                        .ifPresent(tag -> took(path, method, server.get(path, "If-None-Match", tag)));
            }
        });
    }

    private void post(TestServer server, String path, String type, String body) {
        took(path, "POST", server.post(path, body, "Content-Type", type));
    }

    private void asked(TestServer server) {
        String question =
                "{\"role\":\"researcher\",\"activity\":\"view\",\"level\":%s,\"project\":\"156\",%s,\"explain\":true}";
        List<String> questions = List.of(
                String.format(question, 4, KNOWN),
                String.format(question, 4, DAY),
                String.format(question, 1, DAY),
                String.format(question, 4, DAY).replace("\"role\":\"researcher\"", "\"person\":\"dmitri\""),
                String.format(question, 4, DAY)
                        .replace("\"role\":\"researcher\"", "\"roles\":[\"researcher\",\"co-pilot\"]"));
        questions.forEach(each -> post(server, Endpoints.DECIDE, JSON, each));
        post(server, Endpoints.DECIDE, JSON, "{\"role\":\"nobody\",\"activity\":\"fly\",\"more\":1}");
        post(
                server,
                Endpoints.DECIDE,
                LINES,
                String.format(question, 4, KNOWN).replace(",\"explain\":true", "") + "\n{}\n");
        List<String> requests = new ArrayList<>(List.of(
                access("researcher", "4", WAY + KNOWN + HANDLES),
                access("researcher", "4", WAY + KNOWN),
                access("researcher", "4", KNOWN + HANDLES),
                access("researcher", "4", DAY + ",\"explain\":true"),
                access("researcher", "4", "\"closed\":true," + DAY + ",\"explain\":true"),
                access("researcher", "1", DAY),
                access("reseacher", "4", DAY)));
        requests.forEach(each -> post(server, Access.EVALUATION, JSON, each));
        post(server, Access.EVALUATIONS, JSON, "{\"evaluations\":[" + requests.get(0) + ",{}]}");
        post(server, Access.EVALUATIONS, JSON, requests.get(0));
        for (String kind : List.of("subject", "resource", "action")) {
            post(server, Access.SEARCH + kind, JSON, requests.get(0));
            post(server, Access.SEARCH + kind, JSON, access("researcher", "4", "\"odd\":1"));
        }
    }

    private void took(String path, String method, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        took(path, method, answer.statusCode(), type, answer.body());
    }

    /** Notes what was sent, and that it is described. */
    private void took(String path, String method, int status, String type, String body) {
        String what = path + " " + status + (type.isEmpty() ? "" : " " + type);
        JsonNode response = resolved(DOCUMENT.get("paths")
                .get(path)
                .get(method.toLowerCase(Locale.ROOT))
                .get("responses")
                .path(Integer.toString(status)));
        assertThat(response.isMissingNode())
                .as(what + " is not described\n" + body)
                .isFalse();
        seen.add(what);
        if (type.isEmpty()) {
            assertThat(body).isEmpty();
            return;
        }
        JsonNode content = response.path("content").path(type);
        assertThat(content.isMissingNode())
                .as(what + " is not described\n" + body)
                .isFalse();
        if (content.has("schema")) {
            for (String each : type.equals(LINES) ? body.strip().split("\n", -1) : new String[] {body}) {
                assertThat(schema(content.get("schema")).validate(read(each)))
                        .as(what + "\n" + each)
                        .isEmpty();
                names(read(each));
            }
        }
    }

    private static JsonNode resolved(JsonNode response) {
        return response.has("$ref") ? DOCUMENT.at(response.get("$ref").asText().substring(1)) : response;
    }

    /** A schema of the document, under which objects have the members that are described and no others. */
    private Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema.toString(), none -> {
            ObjectNode whole = MAPPER.createObjectNode();
            whole.putArray("allOf").add(schema);
            whole.set("components", closed(DOCUMENT.get("components").deepCopy()));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(whole.toString());
        });
    }

    private static JsonNode closed(JsonNode node) {
        node.forEach(OpenApiTest::closed);
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        return node;
    }

    private void names(JsonNode body) {
        body.fieldNames().forEachRemaining(names::add);
        body.forEach(this::names);
    }

    private static void members(JsonNode schema, Set<String> into) {
        JsonNode properties = schema.path("properties");
        if (properties.isObject() && schema.path("type").asText().equals("object")) {
            properties.fieldNames().forEachRemaining(into::add);
        }
        schema.forEach(each -> members(each, into));
    }
}
