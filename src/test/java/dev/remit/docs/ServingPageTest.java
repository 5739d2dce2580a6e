package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.http.TestServer;
import dev.remit.http.config.ServeFile;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the page about the decision point to what it answers: each {@code curl} block is sent, each {@code yml} block read. */
class ServingPageTest {
    private static final Page PAGE = Page.of("docs/use/serving.md");
    private static final Pattern CURL =
            Pattern.compile("\\$ curl (\\S+) -H \"([^:]+): ([^\"]+)\" -d '(.*)'", Pattern.DOTALL);

    @Test
    void printsTheAnswersItShows() {
        try (TestServer server = TestServer.of(Path.of("policy/opensafely"))) {
            Keeping.keep(
                    PAGE,
                    PAGE.rewritten(block -> block.language().equals("curl") ? real(block, server) : block.lines()));
        }
    }

    private static List<String> real(Page.Block block, TestServer server) {
        List<String> command = new ArrayList<>();
        for (String line : block.lines()) {
            command.add(line);
            if (line.endsWith("'") && command.size() > 1) {
                break;
            }
        }
        Matcher curl = CURL.matcher(String.join("\n", command));
        assertThat(curl.matches()).as(block.text()).isTrue();
        List<String> real = new ArrayList<>(command);
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            server.at(URI.create(curl.group(1)).getPath()))
                                    .header(curl.group(2), curl.group(3))
                                    .POST(HttpRequest.BodyPublishers.ofString(curl.group(4)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            String body = answer.body().replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
            real.addAll(JsonExamplesTest.pretty(new ObjectMapper().readTree(body)));
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return real;
    }

    @Test
    void showsSettingsThatAreSound() {
        assertThat(PAGE.blocks("yml"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(ServeFile.read(new SourceFile("serve.yaml", block.text()), Path.of(""))
                                .diagnostics())
                        .isEmpty());
    }

    @Test
    void showsTheClientAsItIs() throws IOException {
        String client = Files.readString(Path.of("docs/examples/clients/remit_client.py"));

        assertThat(client.lines().count()).as("some forty lines").isLessThan(60);
        assertThat(client).contains("def permitted(self, activity, level, role, project=");
        assertThat(PAGE.blocks("py")).hasSize(1);
    }

    @Test
    void listsEveryEndpoint() throws IOException, InterruptedException {
        String text = String.join("\n", PAGE.lines());
        try (TestServer server = TestServer.of(Path.of("policy/minimal"))) {
            String document = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.at("/v1/openapi.json"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            Path kept = Path.of("docs/use/openapi.json");
            String pretty = new ObjectMapper().readTree(document).toPrettyString() + "\n";
            if (Boolean.getBoolean("remit.update")) {
                Files.writeString(kept, pretty);
            }
            assertThat(Files.readString(kept))
                    .as("-Dremit.update=true would mend it")
                    .isEqualTo(pretty);
            new ObjectMapper()
                    .readTree(document)
                    .get("paths")
                    .fieldNames()
                    .forEachRemaining(path -> assertThat(text).contains(path + "`"));
        }
    }
}
