package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import dev.remit.model.Treatment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Searches go on page by page, under a token that is for one query alone. */
class SearchTest {
    private static final Path EXAMPLES = Path.of("docs/examples/authzen");
    private static final String QUERY =
            "{\"subject\":{\"type\":\"user\",\"id\":\"alice\"},\"action\":{\"name\":\"view\"},\"resource\":{\"type\":\"record\"}%s}";
    private static final String PATH = Access.SEARCH + "resource";

    private static TestServer serving() {
        return TestServer.of(EXAMPLES.resolve("search"), EXAMPLES.resolve("search-mapping.yaml"));
    }

    private static String page(String page) {
        return String.format(QUERY, ",\"page\":" + page);
    }

    private static List<JsonValue> results(Members answer) {
        return answer.list("results").orElseThrow();
    }

    private static String token(Members answer) {
        return answer.object("page").flatMap(page -> page.text("next_token")).orElseThrow();
    }

    @Test
    void findsPageByPageTheSameAsAtOnce() {
        try (TestServer server = serving()) {
            Members whole = server.json(PATH, String.format(QUERY, ""));
            assertThat(results(whole)).hasSize(20);
            assertThat(token(whole)).isEmpty();
            for (int limit : List.of(1, 3, 7, 19, 20, 21)) {
                List<JsonValue> found = new ArrayList<>();
                Members answer = server.json(PATH, page("{\"limit\":" + limit + "}"));
                found.addAll(results(answer));
                while (!token(answer).isEmpty()) {
                    assertThat(results(answer)).hasSize(limit);
                    answer = server.json(PATH, page("{\"token\":\"" + token(answer) + "\"}"));
                    found.addAll(results(answer));
                }
                assertThat(found).as("limit %s", limit).isEqualTo(results(whole));
            }
        }
    }

    @Test
    void refusesATokenForAnythingElse() {
        try (TestServer server = serving();
                TestServer other = serving()) {
            String token = token(server.json(PATH, page("{\"limit\":2}")));
            String first = token.substring(0, 1).equals("A") ? "B" : "A";

            assertThat(server.post(PATH, page("{\"token\":\"" + token + "\",\"limit\":2}"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(List.of(
                            page("{\"token\":\"" + token + "\",\"limit\":3}"),
                            page("{\"token\":\"" + first + token.substring(1) + "\"}"),
                            page("{\"token\":\"" + token + "AA\"}"),
                            page("{\"token\":\"\"}"),
                            page("{\"token\":7}"),
                            page("{\"token\":\"" + token + "\"}").replace("alice", "bob"),
                            page("{\"token\":\"" + token + "\",\"properties\":{}}"),
                            page("{\"token\":\"" + token + "\"}").replace("view", "edit")))
                    .allSatisfy(body -> assertThat(server.post(PATH, body).statusCode())
                            .as(body)
                            .isEqualTo(400));
            assertThat(server.post(Access.SEARCH + "subject", page("{\"token\":\"" + token + "\"}"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(other.post(PATH, page("{\"token\":\"" + token + "\"}")).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void searchesUnderWhatTheCallerHandles() {
        try (TestServer server = TestServer.of(Path.of("policy/opensafely"))) {
            String search =
                    "{\"subject\":{\"type\":\"role\"},\"action\":{\"name\":\"view\"},\"resource\":{\"type\":\"level\",\"id\":\"4\","
                            + "\"properties\":{\"project\":\"156\"}},\"context\":{\"remit\":{\"category\":\"any\",\"route\":\"any\",\"closed\":true,"
                            + "\"facts\":{\"named-on-project\":true,\"secure-environment-access\":true},\"at\":\"2026-11-22T10:00:00Z\"%s}}}";
            String duties = ",\"handles\":{\"duties\":%s,\"population\":{\"type-1\":%s,\"national\":%s}}";
            List<String> all = Treatment.words();
            String outcomes = JsonValue.Items.ofTexts(all).json();
            List<String> obligations =
                    Remit.load(Path.of("policy/opensafely")).policy().vocabulary().obligations().stream()
                            .map(each -> each.id().value())
                            .toList();
            String everything =
                    String.format(duties, JsonValue.Items.ofTexts(obligations).json(), outcomes, outcomes);

            assertThat(results(server.json(Access.SEARCH + "subject", String.format(search, ""))))
                    .isEmpty();
            List<JsonValue> found = results(server.json(Access.SEARCH + "subject", String.format(search, everything)));
            assertThat(found).isNotEmpty();
            for (JsonValue each : found) {
                String request =
                        String.format(search, everything).replace("{\"type\":\"role\"}", ((Members) each).json());
                assertThat(server.json(Access.EVALUATION, request).truth("decision"))
                        .contains(true);
            }
        }
    }
}
