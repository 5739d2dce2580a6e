package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The requirements of AuthZEN Authorization API 1.0, one row each, by the section that has them. */
class RequirementsTest {
    private static final String SUBJECT = "\"subject\":{\"type\":\"role\",\"id\":\"author\"}";
    private static final String ACTION = "\"action\":{\"name\":\"read\"}";
    private static final String RESOURCE = "\"resource\":{\"type\":\"level\",\"id\":\"draft\"}";
    private static final String GOOD = "{" + SUBJECT + "," + ACTION + "," + RESOURCE + "}";

    private static final TestServer SERVER =
            TestServer.of(Path.of("policy/minimal"), "remit: 1\npublic-url: https://pdp.example.org/t1\n");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static Stream<Arguments> single() {
        return Stream.of(
                row("5.1 subject is required", 400, "{" + ACTION + "," + RESOURCE + "}"),
                row("5.1 subject.type is required", 400, GOOD.replace("\"type\":\"role\",", "")),
                row("5.1 subject.type is a string", 400, GOOD.replace("\"type\":\"role\"", "\"type\":1")),
                row("5.1 subject.id is required", 400, GOOD.replace(",\"id\":\"author\"", "")),
                row("5.1 subject.id is a string", 400, GOOD.replace("\"id\":\"author\"", "\"id\":null")),
                row(
                        "5.1 subject is an object",
                        400,
                        GOOD.replace("{\"type\":\"role\",\"id\":\"author\"}", "\"author\"")),
                row(
                        "5.1 subject.properties is an object",
                        400,
                        GOOD.replace("\"author\"}", "\"author\",\"properties\":[]}")),
                row(
                        "5.1 subject.properties may be there",
                        200,
                        GOOD.replace("\"author\"}", "\"author\",\"properties\":{\"ip\":{\"v\":[1,null]}}}")),
                row("5.2 resource is required", 400, "{" + SUBJECT + "," + ACTION + "}"),
                row("5.2 resource.type is required", 400, GOOD.replace("\"type\":\"level\",", "")),
                row("5.2 resource.id is required", 400, GOOD.replace(",\"id\":\"draft\"", "")),
                row("5.3 action is required", 400, "{" + SUBJECT + "," + RESOURCE + "}"),
                row("5.3 action.name is required", 400, GOOD.replace("{\"name\":\"read\"}", "{}")),
                row("5.3 action.name is a string", 400, GOOD.replace("\"name\":\"read\"", "\"name\":123")),
                row(
                        "5.3 action.properties is an object",
                        400,
                        GOOD.replace("\"read\"}", "\"read\",\"properties\":\"x\"}")),
                row("5.4 context is an object", 400, GOOD.replace("{" + SUBJECT, "{\"context\":1," + SUBJECT)),
                row(
                        "5.4 context may be anything",
                        200,
                        GOOD.replace("{" + SUBJECT, "{\"context\":{\"time\":\"x\"}," + SUBJECT)),
                row(
                        "10.1.1 unknown members are passed over",
                        200,
                        GOOD.replace("{" + SUBJECT, "{\"foo\":{\"a\":1}," + SUBJECT)),
                row("10.1.1 members in any order", 200, "{" + RESOURCE + "," + SUBJECT + "," + ACTION + "}"),
                row("10.1.1 the body is an object", 400, "[" + GOOD + "]"),
                row("10.1.1 the body is JSON", 400, GOOD.substring(1)),
                row("10.1.1 the body is there", 400, ""),
                row("11.6 members are unique", 400, GOOD.replace("{" + SUBJECT, "{" + SUBJECT + "," + SUBJECT)),
                row(
                        "11.6 members are unique after escapes",
                        400,
                        GOOD.replace("{" + SUBJECT, "{\"s\\u0075bject\":{}," + SUBJECT)),
                row("11.6 no half of a character", 400, GOOD.replace("author", "\\ud800")));
    }

    private static Arguments row(String requirement, int status, String body) {
        return Arguments.of(requirement, status, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("single")
    void takesWhatIsARequestAndNothingElse(String requirement, int status, String body) {
        HttpResponse<String> answer = SERVER.post(Access.EVALUATION, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 200) {
            assertThat(TestServer.members(answer.body()).truth("decision")).contains(true);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        } else {
            assertThat(answer.body()).isNotBlank().doesNotContain("decision\":");
        }
        // As one of several it is false in its place, unless nothing of the whole is a request.
        if (body.startsWith("{\"") && status == 400 && !requirement.startsWith("11.6")) {
            List<JsonValue> several = SERVER.json(Access.EVALUATIONS, "{\"evaluations\":[" + GOOD + "," + body + "]}")
                    .list("evaluations")
                    .orElseThrow();
            assertThat(several).hasSize(2);
            assertThat(((Members) several.get(0)).truth("decision")).contains(true);
            assertThat(((Members) several.get(1)).truth("decision")).contains(false);
        }
    }

    private static List<Boolean> several(String body) {
        return SERVER.json(Access.EVALUATIONS, body).list("evaluations").orElseThrow().stream()
                .map(each -> ((Members) each).truth("decision").orElseThrow())
                .toList();
    }

    private static String item(String level) {
        return "{\"resource\":{\"type\":\"level\",\"id\":\"" + level + "\"}}";
    }

    @Test
    void followsTheThreeSemanticsAndTheDefaults() {
        String reader = "\"subject\":{\"type\":\"role\",\"id\":\"reader\"}," + ACTION;
        String all = "\"evaluations\":[" + item("final") + "," + item("draft") + "," + item("final") + "]";

        assertThat(several("{" + reader + "," + all + "}")).containsExactly(true, false, true);
        assertThat(several("{" + reader + "," + all + ",\"options\":{\"evaluations_semantic\":\"execute_all\"}}"))
                .containsExactly(true, false, true);
        assertThat(several(
                        "{" + reader + "," + all + ",\"options\":{\"evaluations_semantic\":\"deny_on_first_deny\"}}"))
                .containsExactly(true, false);
        assertThat(several("{" + reader + "," + all
                        + ",\"options\":{\"evaluations_semantic\":\"permit_on_first_permit\"}}"))
                .containsExactly(true);
        assertThat(several("{" + reader + ",\"evaluations\":["
                        + item("draft").replace("{\"resource", "{" + SUBJECT + ",\"resource") + "," + item("draft")
                        + "]}"))
                .as("what an item says goes before the default")
                .containsExactly(true, false);
        assertThat(SERVER.post(
                                Access.EVALUATIONS,
                                "{" + reader + "," + all + ",\"options\":{\"evaluations_semantic\":\"some\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(SERVER.post(Access.EVALUATIONS, "{" + reader + ",\"evaluations\":{}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(SERVER.json(Access.EVALUATIONS, GOOD).truth("decision")).contains(true);
        assertThat(SERVER.json(Access.EVALUATIONS, GOOD.replace("{" + SUBJECT, "{\"evaluations\":[]," + SUBJECT))
                        .truth("decision"))
                .contains(true);
        assertThat(several("{" + reader + ",\"evaluations\":[" + item("final") + ",7,{}," + item("final") + "]}"))
                .containsExactly(true, false, false, true);
    }

    @Test
    void servesMetadataUnderItsOwnAddressAlone() {
        HttpResponse<String> answer =
                SERVER.get("/.well-known/authzen-configuration/t1", "X-Forwarded-Host", "evil.example");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        Members metadata = TestServer.members(answer.body());
        assertThat(metadata.text("policy_decision_point")).contains("https://pdp.example.org/t1");
        for (String key : List.of(
                "access_evaluation_endpoint",
                "access_evaluations_endpoint",
                "search_subject_endpoint",
                "search_resource_endpoint",
                "search_action_endpoint")) {
            String endpoint = metadata.text(key).orElseThrow();
            assertThat(endpoint).startsWith("https://pdp.example.org/t1/access/v1/");
            assertThat(SERVER.post(endpoint.replace("https://pdp.example.org", ""), "{}")
                            .body())
                    .as(endpoint)
                    .startsWith("expected `subject`");
        }
        assertThat(SERVER.get("/.well-known/authzen-configuration").statusCode())
                .isEqualTo(404);
        assertThat(answer.body()).doesNotContain("evil").contains("\"supported_obligations\":[\"custom\"]");
    }

    @Test
    void echoesTheIdOfARequestAndDoesWithoutOne() {
        assertThat(SERVER.post(Access.EVALUATION, GOOD, "X-Request-ID", "a b/\u00e9~1")
                        .headers()
                        .firstValue("X-Request-ID"))
                .isPresent();
        assertThat(SERVER.post(Access.EVALUATION, GOOD, "X-Request-ID", "bfe9-1")
                        .headers()
                        .firstValue("X-Request-ID"))
                .contains("bfe9-1");
        assertThat(SERVER.post(Access.EVALUATION, "{", "X-Request-ID", "bad-1")
                        .headers()
                        .firstValue("X-Request-ID"))
                .contains("bad-1");
        assertThat(SERVER.post(Access.EVALUATION, GOOD).headers().firstValue("X-Request-ID"))
                .isEmpty();
    }

    @Test
    void wantsPostAndJson() {
        for (String path : List.of(
                Access.EVALUATION,
                Access.EVALUATIONS,
                Access.SEARCH + "subject",
                Access.SEARCH + "resource",
                Access.SEARCH + "action")) {
            HttpResponse<String> got = SERVER.get(path);
            assertThat(got.statusCode()).isEqualTo(405);
            assertThat(got.headers().firstValue("Allow")).contains("POST");
            assertThat(SERVER.send(HttpRequest.newBuilder(SERVER.at(path)).DELETE())
                            .statusCode())
                    .isEqualTo(405);
            for (String type : List.of("text/plain", "application/json;charset=utf-16", "application/jsonx", ";")) {
                assertThat(SERVER.post(path, GOOD, "Content-Type", type).statusCode())
                        .as(type)
                        .isEqualTo(400);
            }
            assertThat(SERVER.get(path + "/more").statusCode()).isEqualTo(404);
        }
        assertThat(SERVER.post(Access.EVALUATION, GOOD, "Content-Type", "Application/JSON ; Charset=\"UTF-8\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersSearchesEvenForWhatItDoesNotKnow() {
        String search = "{\"subject\":{\"type\":\"role\",\"id\":\"ignored\"}," + ACTION
                + ",\"resource\":{\"type\":\"level\",\"id\":\"final\"}}";

        assertThat(SERVER.json(Access.SEARCH + "subject", search).json())
                .contains("\"results\":[{\"type\":\"role\",\"id\":\"author\"},{\"type\":\"role\",\"id\":\"reader\"}]");
        for (String other : List.of(
                search.replace("\"role\"", "\"spaceship\""),
                search.replace("\"read\"", "\"fly\""),
                search.replace("\"final\"", "\"nowhere\""),
                search.replace("\"level\"", "\"moon\""))) {
            assertThat(SERVER.json(Access.SEARCH + "subject", other).list("results"))
                    .contains(List.of());
        }
        assertThat(SERVER.json(
                                Access.SEARCH + "action",
                                "{" + SUBJECT + ",\"resource\":{\"type\":\"level\",\"id\":\"final\"}}")
                        .json())
                .contains("\"results\":[{\"name\":\"read\"}]");
        assertThat(SERVER.json(
                                Access.SEARCH + "resource",
                                "{" + SUBJECT + "," + ACTION + ",\"resource\":{\"type\":\"level\"}}")
                        .json())
                .contains("\"id\":\"draft\"", "\"id\":\"final\"");
        for (String kind : List.of("subject", "resource", "action")) {
            assertThat(SERVER.post(Access.SEARCH + kind, "{" + ACTION + "," + RESOURCE + "}")
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(SERVER.post(Access.SEARCH + "subject", search.replace("\"type\":\"role\",", ""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(SERVER.post(
                                Access.SEARCH + "subject",
                                search.replace("{\"subject", "{\"page\":{\"limit\":-1},\"subject"))
                        .statusCode())
                .isEqualTo(400);
    }
}
