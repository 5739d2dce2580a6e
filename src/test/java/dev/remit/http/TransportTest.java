package dev.remit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands around a request, sent byte for byte: versions, methods, headers, codings, lengths. One row each. */
class TransportTest {
    private static final String GOOD =
            "{\"subject\":{\"type\":\"role\",\"id\":\"author\"},\"action\":{\"name\":\"read\"},"
                    + "\"resource\":{\"type\":\"level\",\"id\":\"draft\"}}";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String LENGTH = "Content-Length: " + GOOD.length() + "\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    private static final TestServer SERVER = TestServer.of(Path.of("policy/minimal"), "remit: 1\nlimits: {idle: 1s}\n");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String post(String headers, String body) {
        return "POST /access/v1/evaluation HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n"
                + body;
    }

    private static String chunks(String... chunks) {
        StringBuilder all = new StringBuilder();
        for (String each : chunks) {
            all.append(Integer.toHexString(each.length()))
                    .append("\r\n")
                    .append(each)
                    .append("\r\n");
        }
        return all.append("0\r\n\r\n").toString();
    }

    private static String zipped() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(GOOD.getBytes(ISO_8859_1));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(ISO_8859_1);
    }

    private static Arguments row(String what, int status, String request) {
        return Arguments.of(what, status, request);
    }

    static Stream<Arguments> requests() {
        String zipped = zipped();
        String zippedLength = "Content-Length: " + zipped.length() + "\r\n";
        return Stream.of(
                row("as it should be", 200, post(JSON + LENGTH, GOOD)),
                row("a type in capitals", 200, post("CONTENT-TYPE: APPLICATION/JSON\r\n" + LENGTH, GOOD)),
                row("another parameter", 200, post(JSON.replace("json", "json; profile=x") + LENGTH, GOOD)),
                row("a charset of nothing", 400, post(JSON.replace("json", "json;charset") + LENGTH, GOOD)),
                row("half a quotation", 400, post(JSON.replace("json", "json;charset=\"utf-8") + LENGTH, GOOD)),
                row("two charsets", 400, post(JSON.replace("json", "json;charset=utf-8;charset=x") + LENGTH, GOOD)),
                row("two types in one", 400, post(JSON.replace("json", "json, text/plain") + LENGTH, GOOD)),
                row("two types", 400, post(JSON + "content-type: application/json\r\n" + LENGTH, GOOD)),
                row("no type", 400, post(LENGTH, GOOD)),
                row("an empty type", 400, post("Content-Type:\r\n" + LENGTH, GOOD)),
                row(
                        "a type of a form",
                        400,
                        post("Content-Type: application/x-www-form-urlencoded\r\n" + LENGTH, GOOD)),
                row("gzip, said", 415, post(JSON + zippedLength + "Content-Encoding: gzip\r\n", zipped)),
                row("gzip, not said", 400, post(JSON + zippedLength, zipped)),
                row("gzip, only said", 415, post(JSON + LENGTH + "Content-Encoding: gzip\r\n", GOOD)),
                row("identity", 200, post(JSON + LENGTH + "Content-Encoding: identity\r\n", GOOD)),
                row("two authorizations", 400, post(JSON + LENGTH + "Authorization: a\r\nAuthorization: b\r\n", GOOD)),
                row("two request ids", 400, post(JSON + LENGTH + "X-Request-ID: a\r\nX-Request-ID: b\r\n", GOOD)),
                row("chunks", 200, post(JSON + CHUNKED, chunks(GOOD.substring(0, 9), GOOD.substring(9)))),
                row(
                        "chunks of a byte",
                        200,
                        post(JSON + CHUNKED, chunks(GOOD.split("", -1)).replace("0\r\n\r\n0", "0"))),
                row(
                        "a trailer",
                        200,
                        post(JSON + CHUNKED, chunks(GOOD).replace("0\r\n\r\n", "0\r\nX-More: 1\r\n\r\n"))),
                row("chunks of no number", 400, post(JSON + CHUNKED, "zz\r\n")),
                row("chunks and a length", 400, post(JSON + CHUNKED + LENGTH, chunks(GOOD))),
                row("a shorter length", 400, post(JSON + "Content-Length: 10\r\n", GOOD)),
                row("a negative length", 400, post(JSON + "Content-Length: -1\r\n", GOOD)),
                row("no length", 400, post(JSON, GOOD)),
                row("a length beyond all bounds", 413, post(JSON + "Content-Length: 99999999\r\n", "")),
                row(
                        "the same, asked before",
                        413,
                        post(JSON + "Content-Length: 99999999\r\nExpect: 100-continue\r\n", "")),
                row("another expectation", 417, post(JSON + LENGTH + "Expect: a miracle\r\n", GOOD)),
                row("HTTP/1.0", 200, post(JSON + LENGTH, GOOD).replace("HTTP/1.1", "HTTP/1.0")),
                row("HTTP/2 in clear text", 426, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                row("an offer of HTTP/2", 200, offer()),
                row("a query", 200, post(JSON + LENGTH, GOOD).replace("evaluation ", "evaluation?a=b ")),
                row("a suffix", 404, post(JSON + LENGTH, GOOD).replace("evaluation ", "evaluation/more ")),
                row("a slash more", 404, post(JSON + LENGTH, GOOD).replace("evaluation ", "evaluation/ ")),
                row(
                        "a parameter of the path",
                        404,
                        post(JSON + LENGTH, GOOD).replace("evaluation ", "evaluation;a=b ")),
                row("another spelling", 404, post(JSON + LENGTH, GOOD).replace("evaluation ", "%65valuation ")),
                row("an escaped slash", 400, post(JSON + LENGTH, GOOD).replace("evaluation ", "evaluation%2f ")),
                row("two slashes", 400, post(JSON + LENGTH, GOOD).replace("/v1/", "//v1/")),
                row("another name within", 400, post(JSON + LENGTH, GOOD).replace("/access", "http://evil/access")),
                row("a method of small letters", 405, post(JSON + LENGTH, GOOD).replace("POST", "post")),
                row("a method of nobody", 405, post(JSON + LENGTH, GOOD).replace("POST", "FLY")),
                row("a head for an answer", 405, post(JSON + LENGTH, GOOD).replace("POST", "HEAD")),
                row("options", 405, post(JSON + LENGTH, GOOD).replace("POST", "OPTIONS")));
    }

    private static String offer() {
        return post(JSON + LENGTH + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n", GOOD)
                .replace("Connection: close", "Connection: close, Upgrade, HTTP2-Settings");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void answersOrSaysWhyNot(String what, int status, String request) {
        try (RawClient client = new RawClient(SERVER.port())) {
            String answer = client.send(request).until("");

            assertThat(answer).as(what).startsWith("HTTP/1.1 " + status + " ");
            if (status == 200) {
                assertThat(answer).contains("{\"decision\":true,");
            } else {
                assertThat(answer).doesNotContain("\"decision\"", "etty");
            }
        }
    }

    @Test
    void namesTheRequestInWhateverItAnswers() {
        String request = post(JSON + "X-Request-ID: a b/\u00e9~1\r\n%s", GOOD);
        for (String headers : List.of(
                LENGTH,
                "Content-Length: 5\r\n",
                LENGTH + "Content-Encoding: br\r\n",
                LENGTH + "Expect: more\r\n",
                LENGTH + "Origin: https://evil.example\r\n",
                "Content-Length: 99999999\r\n")) {
            try (RawClient client = new RawClient(SERVER.port())) {
                assertThat(client.send(String.format(request, headers)).until(""))
                        .as(headers)
                        .contains("X-Request-ID: a b/\u00e9~1\r\n");
            }
        }
    }

    @Test
    void answersPipelinedRequestsInOrder() {
        String each = post(JSON + LENGTH + "X-Request-ID: %s\r\n", "%s").replace("Connection: close\r\n", "");
        try (RawClient client = new RawClient(SERVER.port())) {
            String answers = client.send(String.format(each, "a", GOOD)
                            + String.format(each, "b", "[".repeat(GOOD.length()))
                            + post(JSON + LENGTH + "X-Request-ID: c\r\n", GOOD))
                    .until("");

            assertThat(answers)
                    .containsSubsequence(
                            "HTTP/1.1 200",
                            "X-Request-ID: a",
                            "HTTP/1.1 400",
                            "X-Request-ID: b",
                            "HTTP/1.1 200",
                            "X-Request-ID: c");
        }
    }

    @Test
    void asksForABodyThatIsWaitedForAndForNoOther() {
        String expecting = post(JSON + LENGTH + "Expect: 100-continue\r\n", "");
        try (RawClient client = new RawClient(SERVER.port())) {
            assertThat(client.send(expecting).until("\r\n\r\n")).startsWith("HTTP/1.1 100");
            assertThat(client.send(GOOD).until("")).startsWith("HTTP/1.1 200");
        }
        try (RawClient client = new RawClient(SERVER.port())) {
            assertThat(client.send(expecting.replace("evaluation", "nothing")).until(""))
                    .startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void sendsToHeadWhatItSendsToGetWithoutTheBody() {
        for (String path : List.of("/v1/policy", "/v1/words", "/health/ready", "/v1/nothing")) {
            String request = "%s " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            try (RawClient one = new RawClient(SERVER.port());
                    RawClient other = new RawClient(SERVER.port())) {
                String get = one.send(String.format(request, "GET")).until("");
                String head = other.send(String.format(request, "HEAD")).until("");

                assertThat(undated(head)).as(path).isEqualTo(undated(get.substring(0, get.indexOf("\r\n\r\n") + 4)));
            }
        }
    }

    private static String undated(String header) {
        return header.replaceAll("Date: [^\r]*", "");
    }

    @Test
    void waitsForNothingThatDoesNotCome() {
        String stopped = "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\n" + CHUNKED
                + "\r\n5\r\n{\"id\"";
        List<String> requests = List.of(
                post(JSON + "Content-Length: 500\r\n", GOOD),
                post(JSON + CHUNKED, "ff\r\n" + GOOD),
                post(JSON + "Transfer-Encoding: gzip, chunked\r\n", ""),
                stopped);
        List<RawClient> clients = requests.stream()
                .map(each -> new RawClient(SERVER.port()).send(each))
                .toList();
        for (int i = 0; i < clients.size(); i++) {
            try (RawClient client = clients.get(i)) {
                assertThat(client.until("")).as(requests.get(i)).startsWith("HTTP/1.1 408");
            }
        }
    }
}
