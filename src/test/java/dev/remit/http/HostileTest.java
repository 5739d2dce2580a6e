package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent, no status is of the server's fault, and honest requests are answered as before. */
class HostileTest {
    private static final String GOOD =
            "{\"subject\":{\"type\":\"role\",\"id\":\"author\"},\"action\":{\"name\":\"read\"},"
                    + "\"resource\":{\"type\":\"level\",\"id\":\"draft\"}}";

    private static final TestServer SERVER = TestServer.of(Path.of("policy/minimal"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void answersHonestRequestsAsBefore() {
        assertThat(SERVER.json(Access.EVALUATION, GOOD).truth("decision")).contains(true);
        assertThat(SERVER.lines()).noneMatch(line -> line.contains("\"broken\""));
    }

    private static void refuses(byte[] body) {
        for (String path :
                List.of(Access.EVALUATION, Access.EVALUATIONS, Access.SEARCH + "subject", Endpoints.DECIDE)) {
            HttpResponse<String> answer = SERVER.post(path, body);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("\"decision\":true");
        }
        HttpResponse<String> line = SERVER.post(Endpoints.DECIDE, body, "Content-Type", "application/jsonl");
        assertThat(line.statusCode()).isEqualTo(200);
        assertThat(line.body()).doesNotContain("\"permitted\":true");
    }

    private static void refuses(String body) {
        refuses(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesBodiesThatAreCutShortOrRepeatThemselves() {
        for (int i = 0; i < GOOD.length(); i += 5) {
            refuses(GOOD.substring(0, i));
        }
        refuses(GOOD.replace("{\"type\":\"role\"", "{\"type\":\"role\",\"type\":\"role\""));
        refuses(GOOD.replace("{\"type\":\"role\"", "{\"type\":\"role\",\"t\\u0079pe\":\"person\""));
        refuses(GOOD + GOOD);
        refuses("\uFEFF" + GOOD);
    }

    @Test
    void refusesWhatIsNestedDeeplyOrCountsEndlessly() {
        refuses("[".repeat(100_000));
        refuses("{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000));
        refuses(GOOD.replace("\"draft\"}", "\"draft\",\"properties\":{\"n\":" + "9".repeat(200_000) + "}}"));
        refuses(GOOD.replace("\"draft\"}", "\"draft\",\"properties\":{\"n\":1e" + "9".repeat(200_000) + "}}"));
        assertThat(SERVER.post(
                                Access.EVALUATION,
                                GOOD.replace("\"draft\"}", "\"draft\",\"properties\":{\"n\":1e999999999}}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesHalvesOfCharactersAndOtherBytes() {
        refuses(GOOD.replace("author", "\\uD800"));
        refuses(GOOD.replace("author", "\\uDC00\\uD800"));
        refuses(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        refuses(GOOD.replace("author", "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        refuses(GOOD.getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        String large = GOOD.replace("author", "a".repeat(DoorHandler.MOST_BYTES));

        assertThat(SERVER.post(Access.EVALUATION, large).statusCode()).isEqualTo(413);
        assertThat(SERVER.post(Endpoints.DECIDE, large).statusCode()).isEqualTo(413);
        assertThat(SERVER.post(Endpoints.DECIDE, large + "\n" + large, "Content-Type", "application/x-ndjson")
                        .body())
                .containsSubsequence("line-too-long", "line-too-long");
    }

    @Test
    void takesIdsOfAnyScript() {
        for (String id : List.of(
                "Ålice", "李雷", "👩‍🔬", "a".repeat(10_000), "'; DROP TABLE", "\\u0000", "..%2f", "\u202e", "")) {
            Members answer = SERVER.json(Access.EVALUATION, GOOD.replace("author", id));
            assertThat(answer.truth("decision")).contains(false);
            assertThat(answer.object("context").flatMap(each -> each.text("reason")))
                    .contains("unknown-role");
        }
    }

    @Test
    void answersBatchesOfThousandsInOrder() {
        StringBuilder body = new StringBuilder("{\"action\":{\"name\":\"read\"},\"evaluations\":[");
        for (int i = 0; i < 5000; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"subject\":{\"type\":\"role\",\"id\":\"")
                    .append(i % 3 == 0 ? "author" : "reader")
                    .append("\"},\"resource\":{\"type\":\"level\",\"id\":\"draft\"}}");
        }

        List<JsonValue> answers = SERVER.json(
                        Access.EVALUATIONS, body.append("]}").toString())
                .list("evaluations")
                .orElseThrow();

        assertThat(answers).hasSize(5000);
        for (int i = 0; i < 5000; i++) {
            assertThat(((Members) answers.get(i)).truth("decision")).contains(i % 3 == 0);
        }
    }

    @Test
    void keepsItemsWithEqualIdsApartInBothOrders() {
        String permitted =
                "{\"resource\":{\"type\":\"level\",\"id\":\"final\",\"properties\":{\"read-by-another\":true}}}";
        String not = "{\"resource\":{\"type\":\"level\",\"id\":\"final\",\"properties\":{\"read-by-another\":false}}}";
        String batch =
                "{\"subject\":{\"type\":\"role\",\"id\":\"author\"},\"action\":{\"name\":\"publish\"},\"evaluations\":[%s,%s]}";

        assertThat(SERVER.json(Access.EVALUATIONS, String.format(batch, permitted, not))
                        .json())
                .containsSubsequence("\"decision\":true", "\"decision\":false");
        assertThat(SERVER.json(Access.EVALUATIONS, String.format(batch, not, permitted))
                        .json())
                .containsSubsequence("\"decision\":false", "\"decision\":true");
    }

    @Test
    void refusesMisspeltContextsInsteadOfAskingAnotherQuestion() {
        for (String remit : List.of(
                "{\"optOut\":{}}",
                "{\"handles\":\"all\"}",
                "{\"handles\":{\"duty\":[]}}",
                "{\"handles\":{\"duties\":[1]}}",
                "{\"closed\":\"true\"}",
                "{\"facts\":{\"read-by-another\":\"yes\"}}",
                "{\"facts\":[]}",
                "{\"at\":\"yesterday\"}",
                "{\"at\":0}",
                "{\"category\":null}",
                "7")) {
            Members answer = SERVER.json(
                    Access.EVALUATION, GOOD.replace("{\"subject", "{\"context\":{\"remit\":" + remit + "},\"subject"));
            assertThat(answer.truth("decision")).as(remit).contains(false);
            assertThat(answer.object("context").flatMap(each -> each.text("reason")))
                    .as(remit)
                    .contains("bad-context");
        }
        String twice =
                "{\"context\":{\"remit\":{\"facts\":{\"read-by-another\":true}}},\"subject\":{\"type\":\"role\",\"id\":\"author\","
                        + "\"properties\":{\"read-by-another\":false}},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"level\",\"id\":\"draft\"}}";
        assertThat(SERVER.json(Access.EVALUATION, twice).json()).contains("bad-context", "said twice");
        assertThat(SERVER.json(Access.EVALUATION, twice.replace("false", "true"))
                        .truth("decision"))
                .contains(true);
        assertThat(SERVER.json(
                                Access.EVALUATION,
                                GOOD.replace("{\"subject", "{\"context\":{\"remit\":{\"strict\":true}},\"subject")
                                        .replace("\"author\"}", "\"author\",\"properties\":{\"ip\":1}}"))
                        .json())
                .contains("unknown-property");
    }

    @Test
    void keepsTheIdsOfParallelRequestsApart() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String id = "request-" + i;
                calls.add(() -> SERVER.post(Access.EVALUATION, GOOD, "X-Request-ID", id)
                        .headers()
                        .allValues("X-Request-ID")
                        .equals(List.of(id)));
            }
            for (Future<Boolean> each : threads.invokeAll(calls)) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void servesThisMachineAloneAndNoPagesOfOthers() {
        String get = "GET /v1/policy HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n";
        for (String host :
                List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "[::2]")) {
            try (RawClient client = new RawClient(SERVER.port())) {
                assertThat(client.send(String.format(get, host, "")).until(""))
                        .as(host)
                        .startsWith("HTTP/1.1 421");
            }
        }
        for (String host : List.of("localhost", "localhost:99", "127.0.0.1", "[::1]:8181", "LOCALHOST")) {
            try (RawClient client = new RawClient(SERVER.port())) {
                assertThat(client.send(String.format(get, host, "")).until(""))
                        .as(host)
                        .startsWith("HTTP/1.1 200");
            }
        }
        for (String header :
                List.of("Origin: https://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n")) {
            try (RawClient client = new RawClient(SERVER.port())) {
                assertThat(client.send(String.format(get, "localhost", header)).until(""))
                        .as(header)
                        .startsWith("HTTP/1.1 403")
                        .doesNotContain("Access-Control");
            }
        }
    }

    @Test
    void namesTheVersionOfHttpThatItDoesNotSpeak() {
        try (RawClient client = new RawClient(SERVER.port())) {
            assertThat(client.send("GET / HTTP/9.9\r\n\r\n").until(""))
                    .startsWith("HTTP/1.1 505")
                    .contains("this version of HTTP is not spoken here");
        }
    }

    @Test
    void survivesWhatIsNoHttp() {
        for (String text : List.of(
                "\r\n\r\n\r\n\0\0\0",
                "POST /access/v1/evaluation HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /access/v1/evaluation HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
                "POST /access/v1/evaluation HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /v1/../v1/policy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /%2e%2e/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /v1/policy;x=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(9000) + "\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            try (RawClient client = new RawClient(SERVER.port())) {
                String answer = client.send(text).until("");
                assertThat(answer)
                        .as(text)
                        .doesNotContain("HTTP/1.1 5")
                        .doesNotContain("Jetty")
                        .doesNotContain("jetty");
                assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"))
                        .as(text + "\n" + answer)
                        .isTrue();
            }
        }
    }
}
