package dev.remit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees of a decision point whose process is killed and started again, whatever became of its files meanwhile. */
class KilledServerTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: live, version: "%s", title: Live}
            vocabulary: {roles: {a: A, b: B}, activities: {read: Read}, levels: {l: L}}
            rules: [{id: r, permit: %s, to: read, levels: l}]
            """;
    private static final String SETTINGS = """
            remit: 1
            listen: {port: 0}
            policy: {source: policy, gate: narrower, state: state, poll: 1s, first: trust}
            records: {folder: records, origin: killed}
            """;

    @TempDir
    private Path folder;

    /** The one that runs, if any. */
    private final List<Server> running = new ArrayList<>();

    /** A decision point in a process of its own. */
    private record Server(Process process, URI address, HttpClient client) {
        static Server start(Path folder) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.remit.cli.Main",
                            "serve",
                            "--config",
                            folder.resolve("serve.yaml").toString())
                    .redirectError(folder.resolve("errors.txt").toFile())
                    .start();
            BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            String line = out.readLine();
            assertThat(line).as(Files.readString(folder.resolve("errors.txt"))).contains(" at http://");
            return new Server(
                    process,
                    URI.create(line.substring(line.indexOf("http://"))),
                    HttpClient.newBuilder()
                            .connectTimeout(Duration.ofSeconds(5))
                            .build());
        }

        JsonNode ask(String role) throws IOException, InterruptedException {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address.resolve("/access/v1/evaluation"))
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("""
                                    {"subject": {"type": "role", "id": "%s"}, "action": {"name": "read"},
                                     "resource": {"type": "level", "id": "l"}}""".formatted(role)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body());
        }

        String state() throws IOException, InterruptedException {
            return client.send(
                            HttpRequest.newBuilder(address.resolve("/health/ready"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }

        void kill() throws InterruptedException {
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @BeforeEach
    void prepares() throws IOException {
        Files.createDirectory(folder.resolve("policy"));
        Files.writeString(folder.resolve("serve.yaml"), SETTINGS);
    }

    @AfterEach
    void kill() throws InterruptedException {
        for (Server each : running) {
            each.kill();
        }
        running.clear();
    }

    private void put(String text) throws IOException {
        Path next = Files.writeString(folder.resolve("next.yaml"), text);
        Files.move(next, folder.resolve("policy/policy.yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private Server startAgain() throws IOException, InterruptedException {
        kill();
        Server server = Server.start(folder);
        running.add(server);
        return server;
    }

    private static String said(JsonNode answer) {
        return answer.get("decision").asBoolean() + " by "
                + answer.at("/context/remit/policy/version").asText();
    }

    @Test
    void answersByTheLastPolicyThatCameIntoForceHoweverOftenItIsKilled() throws IOException, InterruptedException {
        put(POLICY.formatted("1", "a"));
        Server server = startAgain();
        assertThat(said(server.ask("a"))).isEqualTo("true by 1");
        assertThat(said(server.ask("b"))).isEqualTo("false by 1");

        put(POLICY.formatted("2", "[a, b]"));
        server = startAgain();
        assertThat(said(server.ask("b")))
                .as("a wider policy, put there while nothing ran")
                .isEqualTo("false by 1");
        assertThat(server.state()).contains("STALE");

        put("remit: 1\npolicy: {id: live");
        server = startAgain();
        assertThat(said(server.ask("a"))).as("half a file").isEqualTo("true by 1");

        Files.delete(folder.resolve("policy/policy.yaml"));
        server = startAgain();
        assertThat(said(server.ask("a"))).as("no file").isEqualTo("true by 1");

        put(POLICY.formatted("3", "a"));
        server = startAgain();
        String said = said(server.ask("a"));
        for (int i = 0; i < 100 && said.equals("true by 1"); i++) {
            Thread.sleep(100);
            said = said(server.ask("a"));
        }
        assertThat(said).as("a policy that may come into force").isEqualTo("true by 3");
    }

    @Test
    void hasRecordedWhateverAClientWasToldBeforeItWasKilled() throws Exception {
        put(POLICY.formatted("1", "a"));
        Set<Long> told = new TreeSet<>();
        for (int round = 0; round < 2; round++) {
            Server server = startAgain();
            Set<Long> heard = new TreeSet<>();
            AtomicReference<Throwable> end = new AtomicReference<>();
            Thread client = new Thread(() -> {
                try {
                    while (true) {
                        synchronized (heard) {
                            heard.add(
                                    server.ask("a").at("/context/remit/record").asLong(-1));
                            heard.notifyAll();
                        }
                    }
                } catch (Exception | AssertionError over) {
                    end.set(over);
                }
            });
            client.start();
            for (int size = 0; size < 40 + 7 * round; Thread.sleep(1)) {
                synchronized (heard) {
                    size = heard.size();
                }
            }
            kill();
            client.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(end.get()).as("no answer, and so no access").isInstanceOf(IOException.class);
            assertThatThrownBy(() -> server.ask("a")).isInstanceOf(IOException.class);
            told.addAll(heard);
        }

        assertThat(told).hasSizeGreaterThan(60).doesNotContain(-1L);
        String records = folder.resolve("records").toString();
        InProcess.Result verified = InProcess.run(List.of("records", "verify", records), "");
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        Set<Long> there = new TreeSet<>();
        for (String line : InProcess.run(List.of("records", "show", records, "--format", "json"), "")
                .out()
                .lines()
                .toList()) {
            JsonNode one = new ObjectMapper().readTree(line);
            if (one.get("kind").asText().equals("decided")) {
                there.add(one.get("seq").asLong());
            }
        }
        assertThat(there).containsAll(told);
    }
}
