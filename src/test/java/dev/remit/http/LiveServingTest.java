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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees of a policy that changes, is refused, and expires. */
class LiveServingTest {
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
    void tearsNoAnswerWhileThePolicyChanges(@TempDir Path temp) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(temp.resolve("policy"));
        put(folder, "0", "a");
        LiveSettings settings = LiveSettings.of(PolicySource.at(folder))
                .gates(ReloadGate.ANY, ReloadGate.ANY)
                .polling(Duration.ofMillis(20))
                .trustingFirst();
        AtomicBoolean isOver = new AtomicBoolean();
        try (LivePolicy live = LivePolicy.start(settings);
                TestServer server =
                        TestServer.of(new LiveServed(live), new Figures(), ServeSettings.LOCAL, Optional.empty())) {
            Thread changes = new Thread(() -> {
                try {
                    for (int i = 1; !isOver.get(); i++) {
                        put(folder, Integer.toString(i), i % 2 == 0 ? "a" : "b");
                        Thread.sleep(100);
                    }
                } catch (IOException | InterruptedException ended) {
                    isOver.set(true);
                }
            });
            changes.start();
            int changed = 0;
            String before = "";
            for (int i = 0; i < 1000 && changed < 12; i++) {
                String now = answers(server);
                String version = now.split(" ", -1)[1];
                boolean isEven = Integer.parseInt(version) % 2 == 0;
                assertThat(now).isEqualTo((isEven ? "yes %s no %s" : "no %s yes %s").formatted(version, version));
                changed += version.equals(before) ? 0 : 1;
                before = version;
                Thread.sleep(5);
            }
            isOver.set(true);
            changes.join();
            assertThat(changed).as("policies that were seen").isGreaterThan(3);
        }
    }
}
