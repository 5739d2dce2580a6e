package dev.remit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.Decision;
import dev.remit.decide.Question;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reloads a policy of the size of the shipped one again and again while others ask. Each reload is judged in full, and
 * changes an answer that is being asked for. {@code -Dremit.storm=10000} makes more of them, and {@code
 * -Dremit.storm.shipped=true} does it with the shipped policy itself, which takes longer to judge.
 */
class ReloadStormTest {
    private static final int RELOADS = Integer.getInteger("remit.storm", 300);
    private static final boolean IS_SHIPPED = Boolean.getBoolean("remit.storm.shipped");
    private static final int ASKERS = 8;
    private static final int WARM = 10;
    private static final Duration POLL = Duration.ofSeconds(5);

    private static final Map<String, String> FILLED = IS_SHIPPED
            ? Map.of(
                    "role", "researcher",
                    "activity", "view",
                    "level", "4",
                    "named-on-project", "true",
                    "secure-environment-access", "true")
            : Map.of(
                    "role", "role-0",
                    "activity", "activity-0",
                    "level", "level-0",
                    "fact-0", "true",
                    "fact-1", "true");

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
        StormBundle bundle = IS_SHIPPED ? StormBundle.shipped() : StormBundle.ofThatSize();
        Deployment.write(folder, bundle.version(1));
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
                reload(version, bundle, folder, live);
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

    private void reload(int version, StormBundle bundle, Path folder, LivePolicy live) throws IOException {
        deploying = version;
        bundle.version(version).forEach((path, text) -> {
            if (StormBundle.changes(path)) {
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
        List<LiveField> fields = FILLED.keySet().stream().map(decisions::field).toList();
        long answers = 0;
        while (!isOver) {
            int before = putInForce;
            Decision decision = answers % 2 == 0 ? decisions.decide(question()) : prepared.decide();
            int version = Integer.parseInt(decision.policy().version());
            if (version < before || version > deploying) {
                throw new AssertionError("answered by version " + version + ", which was not in force");
            }
            check(decision.permitted(), version);
            for (LiveField each : fields) {
                buffer.set(each, FILLED.getOrDefault(each.name(), ""));
            }
            if (IS_SHIPPED) {
                buffer.forProject("156");
            }
            boolean permitted = buffer.permitted();
            if (deploying == before) {
                check(permitted, before);
            }
            answers++;
            // On a machine of few cores the askers would leave nothing to the one who reloads.
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return answers;
    }

    private static void check(boolean isPermitted, int version) {
        if (isPermitted != (version % 2 == 1)) {
            throw new AssertionError("version " + version + " answers otherwise");
        }
    }

    private static Question question() {
        return IS_SHIPPED
                ? Question.may("researcher")
                        .perform("view")
                        .onLevel("4")
                        .forProject("156")
                        .given("named-on-project", "secure-environment-access")
                : Question.may("role-0")
                        .perform("activity-0")
                        .onLevel("level-0")
                        .given("fact-0", "fact-1");
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
