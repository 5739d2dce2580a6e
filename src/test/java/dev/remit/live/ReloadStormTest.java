package dev.remit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.Decision;
import dev.remit.decide.Question;
import dev.remit.load.BundleFiles;
import dev.remit.load.BundleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reloads a policy of the size of the shipped one again and again while others ask. Each reload changes an answer that is
 * being asked for. {@code -Dremit.storm=10000} makes more of them.
 */
class ReloadStormTest {
    private static final int RELOADS = Integer.getInteger("remit.storm", 300);
    private static final int ASKERS = 8;
    private static final int WARM = 10;
    private static final Duration POLL = Duration.ofSeconds(5);

    @TempDir
    Path temporary;

    private final AtomicLong nanos = new AtomicLong(1L << 40);
    private final Instant start = Instant.now().plus(Duration.ofHours(1));
    private volatile int putInForce;
    private volatile boolean isOver;

    /** The version that is on its way into force, at most one ahead of the one that is. */
    private volatile int deploying;

    @Test
    void answersEachQuestionByOneWholePolicy() throws Exception {
        Path folder = temporary.resolve("bundle");
        Map<String, String> texts = shipped();
        Deployment.write(folder, version(1, texts));
        ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
        try (LivePolicy live = LivePolicy.open(LiveSettings.of(PolicySource.at(folder))
                .gates(ReloadGate.ANY, ReloadGate.ANY)
                .polling(POLL)
                .trustingFirst()
                .keptIn(temporary.resolve("state"))
                .clocks(() -> start.plusNanos(nanos.get()), nanos::get))) {
            assertThat(live.status().state()).as(live.status().reason()).isEqualTo(LiveState.LOADED);
            deploying = 1;
            putInForce = 1;
            List<Future<Long>> asked = new ArrayList<>();
            for (int i = 0; i < ASKERS; i++) {
                asked.add(askers.submit(() -> ask(live)));
            }
            long warm = 0;
            for (int version = 2; version <= RELOADS + 1; version++) {
                reload(version, texts, folder, live);
                if (version == WARM + 1) {
                    warm = heap();
                }
            }
            isOver = true;
            long answers = 0;
            for (Future<Long> each : asked) {
                answers += each.get(1, TimeUnit.MINUTES);
            }

            assertThat(answers).isGreaterThan((long) RELOADS * ASKERS);
            assertThat(heap())
                    .as("heap, of which %s after the tenth reload", warm)
                    .isLessThan(warm + warm / 10);
        } finally {
            isOver = true;
            askers.shutdownNow();
        }
    }

    private void reload(int version, Map<String, String> texts, Path folder, LivePolicy live) throws IOException {
        deploying = version;
        version(version, texts).forEach((path, text) -> {
            if (path.equals("policy.yaml") || path.equals("rules/storm.yaml")) {
                renameOver(folder.resolve(path), text);
            }
        });
        live.refresh();
        nanos.addAndGet(POLL.toNanos());
        LiveStatus status = live.refresh();
        assertThat(status.state()).as(status.reason()).isEqualTo(LiveState.LOADED);
        assertThat(status.identity().orElseThrow().version()).isEqualTo(String.valueOf(version));
        putInForce = version;
    }

    /** Asks until it is over, and checks each answer. */
    private long ask(LivePolicy live) throws InterruptedException {
        LiveDecisions decisions = live.decisions();
        LiveQuestion prepared = decisions.prepare(question());
        LiveBuffer buffer = decisions.buffer();
        LiveField role = decisions.field("role");
        LiveField activity = decisions.field("activity");
        LiveField level = decisions.field("level");
        LiveField named = decisions.field("named-on-project");
        LiveField inside = decisions.field("secure-environment-access");
        long answers = 0;
        while (!isOver) {
            int before = putInForce;
            Decision decision = answers % 2 == 0 ? decisions.decide(question()) : prepared.decide();
            int version = Integer.parseInt(decision.policy().version());
            int after = deploying;
            assertThat(version).as("versions in force while it was asked").isBetween(before, after);
            assertThat(decision.permitted())
                    .as("the answer of version %s", version)
                    .isEqualTo(version % 2 == 1);
            boolean permitted = buffer.set(role, "researcher")
                    .set(activity, "view")
                    .set(level, "4")
                    .forProject("156")
                    .set(named, true)
                    .set(inside, true)
                    .permitted();
            if (deploying == before) {
                assertThat(permitted).as("the answer of version %s", before).isEqualTo(before % 2 == 1);
            }
            answers++;
            // On a machine of few cores the askers would leave nothing to the one who reloads.
            TimeUnit.MICROSECONDS.sleep(500);
        }
        return answers;
    }

    private static Question question() {
        return Question.may("researcher")
                .perform("view")
                .onLevel("4")
                .forProject("156")
                .given("named-on-project")
                .given("secure-environment-access");
    }

    /** The shipped policy with a place for one more rule, without its suites. */
    private static Map<String, String> shipped() {
        Map<String, String> texts = new TreeMap<>(
                BundleFiles.read(BundleSource.at(Path.of("policy/opensafely"))).orThrow());
        texts.keySet().removeIf(path -> path.startsWith("tests/"));
        texts.computeIfPresent(
                "policy.yaml",
                (path, text) -> text.replaceAll("    - tests/.*\n", "")
                        .replace(
                                "    - rules/technical-support.yaml\n",
                                "    - rules/storm.yaml\n    - rules/technical-support.yaml\n"));
        return texts;
    }

    private static Map<String, String> version(int version, Map<String, String> shipped) {
        Map<String, String> texts = new TreeMap<>(shipped);
        texts.computeIfPresent(
                "policy.yaml", (path, text) -> text.replace("version: \"2026.2\"", "version: \"" + version + "\""));
        String role = version % 2 == 1 ? "collaborator" : "researcher";
        String rule = "  - {id: storm, forbid: " + role + ", to: view, levels: 4}\n";
        texts.put("rules/storm.yaml", "remit: 1\nrules:\n" + rule);
        return texts;
    }

    private static void renameOver(Path file, String text) {
        try {
            Path fresh = file.resolveSibling("." + file.getFileName() + ".fresh");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The bytes in use after garbage was collected. */
    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
