package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.http.config.ServeSettings;
import dev.remit.json.JsonValue.Members;
import dev.remit.live.LivePolicy;
import dev.remit.live.LiveSettings;
import dev.remit.live.PolicySource;
import dev.remit.live.ReloadGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a client sees of a policy that changes, is refused, and expires. {@code -Dremit.served.reloads=300} makes more changes under
 * the eyes of clients.
 */
class LiveServingTest {
    private static final int RELOADS = Integer.getInteger("remit.served.reloads", 12);
    private static final int CLIENTS = 4;
    private static final String POLICY =
            "remit: 1\npolicy: {id: live, version: \"%s\", title: Live}\nvocabulary:\n  roles: {a: A, b: B}\n"
                    + "  activities: {read: Read}\n  levels: {l: L}\nrules:\n  - {id: r, permit: %s, to: read, levels: l}\n";
    private static final String BOTH =
            "{\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"level\",\"id\":\"l\"},\"evaluations\":["
                    + "{\"subject\":{\"type\":\"role\",\"id\":\"a\"}},{\"subject\":{\"type\":\"role\",\"id\":\"b\"}}]}";

    private static void put(Path folder, String version, String roles) throws IOException {
        Path next = folder.resolveSibling("next.yaml");
        Files.writeString(next, String.format(POLICY, version, roles));
        Files.move(next, folder.resolve("policy.yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void refresh(LivePolicy live) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            Thread.sleep(60);
            live.refresh();
        }
    }

    private static String answers(TestServer server) {
        Members answer = server.json(Access.EVALUATIONS, BOTH);
        StringBuilder text = new StringBuilder();
        answer.list("evaluations").orElseThrow().forEach(each -> {
            Members one = (Members) each;
            text.append(one.truth("decision").orElseThrow() ? "yes " : "no ");
            text.append(one.object("context")
                            .flatMap(context -> context.object("remit"))
                            .flatMap(remit -> remit.object("policy"))
                            .flatMap(policy -> policy.text("version"))
                            .orElse("?"))
                    .append(' ');
        });
        return text.toString().strip();
    }

    @Test
    void answersByThePolicyInForceUntilItExpires(@TempDir Path temp) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(temp.resolve("policy"));
        put(folder, "1", "a");
        LiveSettings settings = LiveSettings.of(PolicySource.at(folder))
                .gates(ReloadGate.NARROWER, ReloadGate.ANY)
                .polling(Duration.ofMillis(50))
                .maxAge(Duration.ofMillis(1500))
                .trustingFirst();
        try (LivePolicy live = LivePolicy.open(settings)) {
            refresh(live);
            try (TestServer server =
                    TestServer.of(new LiveServed(live), new Figures(), ServeSettings.LOCAL, Optional.empty())) {
                assertThat(answers(server)).isEqualTo("yes 1 no 1");
                String tag =
                        server.get("/v1/policy").headers().firstValue("ETag").orElseThrow();

                put(folder, "2", "[a, b]");
                refresh(live);
                assertThat(answers(server)).as("a wider policy is refused").isEqualTo("yes 1 no 1");
                assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
                assertThat(server.get("/health/ready").body()).contains("STALE");
                assertThat(server.get("/v1/policy", "If-None-Match", tag).statusCode())
                        .isEqualTo(200);

                Files.writeString(folder.resolve("policy.yaml"), "remit: 1\n");
                Thread.sleep(1600);
                live.refresh();
                assertThat(server.post(Access.EVALUATIONS, BOTH).statusCode()).isEqualTo(503);
                assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
                assertThat(server.get("/health/live").statusCode()).isEqualTo(200);

                put(folder, "3", "a");
                refresh(live);
                assertThat(answers(server)).isEqualTo("yes 3 no 3");
            }
        }
    }

    @Test
    void tearsNoAnswerWhileThePolicyChanges(@TempDir Path temp) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("policy"));
        put(folder, "0", "a");
        LiveSettings settings = LiveSettings.of(PolicySource.at(folder))
                .gates(ReloadGate.ANY, ReloadGate.ANY)
                .polling(Duration.ofMillis(20))
                .trustingFirst();
        try (LivePolicy live = LivePolicy.start(settings);
                TestServer server =
                        TestServer.of(new LiveServed(live), new Figures(), ServeSettings.LOCAL, Optional.empty())) {
            AtomicInteger version = new AtomicInteger();
            AtomicBoolean isOver = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
            try {
                List<Future<Integer>> clients = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    clients.add(threads.submit(() -> ask(server, version, isOver)));
                }
                for (int i = 1; i <= RELOADS; i++) {
                    put(folder, Integer.toString(i), i % 2 == 0 ? "a" : "b");
                    awaitVersion(live, i);
                    version.set(i);
                }
                isOver.set(true);
                for (Future<Integer> each : clients) {
                    assertThat(each.get(1, TimeUnit.MINUTES))
                            .as("policies that a client saw")
                            .isGreaterThan(Math.min(3, RELOADS / 4));
                }
            } finally {
                isOver.set(true);
                threads.shutdownNow();
            }
        }
    }

    private static void awaitVersion(LivePolicy live, int version) throws InterruptedException {
        String wanted = Integer.toString(version);
        for (int i = 0; i < 3000; i++) {
            if (live.status()
                    .identity()
                    .filter(each -> each.version().equals(wanted))
                    .isPresent()) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("version " + version + " does not come into force: "
                + live.status().reason());
    }

    /** Asks until it is over; each answer must be whole, and no older than what was in force before it was asked for. */
    private static int ask(TestServer server, AtomicInteger inForce, AtomicBoolean isOver) throws InterruptedException {
        int changed = 0;
        int last = -1;
        while (!isOver.get()) {
            int least = inForce.get();
            String now = answers(server);
            int version = Integer.parseInt(now.split(" ", -1)[1]);
            assertThat(now).isEqualTo((version % 2 == 0 ? "yes %s no %s" : "no %s yes %s").formatted(version, version));
            assertThat(version).isGreaterThanOrEqualTo(Math.max(least, last));
            changed += version == last ? 0 : 1;
            last = version;
            Thread.sleep(2);
        }
        return changed;
    }
}
