package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.http.config.LogSettings;
import dev.remit.http.config.ServeSettings;
import dev.remit.record.RecordFolder;
import dev.remit.record.RecordLog;
import dev.remit.record.RecordSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees while things go wrong, and what is on record of it. */
class RunningTest {
    private static final String GOOD =
            "{\"subject\":{\"type\":\"role\",\"id\":\"author\"},\"action\":{\"name\":\"read\"},"
                    + "\"resource\":{\"type\":\"level\",\"id\":\"draft\"}}";

    private static PolicyBundle minimal() {
        return Remit.load(Path.of("policy/minimal"));
    }

    @Test
    void recordsDecisionAndEnforcementTogetherAndEvaluationsOfLinesAlone(@TempDir Path folder) throws IOException {
        PolicyBundle bundle = minimal();
        try (RecordLog log = RecordLog.open(folder, bundle.decisionPoint().identity(), RecordSettings.written())) {
            ServeSettings settings = ServeSettings.LOCAL.recording(new LogSettings(folder, RecordSettings.written()));
            try (TestServer server =
                    TestServer.of(bundle, settings, Optional.empty(), point -> point.recordedBy(log))) {
                assertThat(server.json(Access.EVALUATION, GOOD, "X-Request-ID", "r-1")
                                .json())
                        .contains("\"record\":1");
                assertThat(server.json(Access.EVALUATION, GOOD.replace("author", "reader"))
                                .json())
                        .contains("\"record\":3");
                server.json(
                        Access.EVALUATIONS,
                        "{\"evaluations\":[" + GOOD + "," + GOOD.replace("author", "nobody") + "]}");
                server.post(Endpoints.DECIDE, "{\"role\":\"author\",\"activity\":\"read\",\"level\":\"draft\"}");
                server.json(Access.SEARCH + "subject", GOOD);
                assertThat(server.json(
                                        Access.EVALUATION,
                                        GOOD.replace("\"role\",\"id\":\"author\"", "\"person\",\"id\":\"alice\""))
                                .json())
                        .contains("no-subject-key");
                assertThat(server.get("/v1/records/checkpoint").statusCode()).isEqualTo(404);
            }
        }
        List<String> kinds = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        RecordFolder.at(folder).visit((seq, kind, line) -> {
            kinds.add(kind);
            lines.add(line);
        });
        assertThat(kinds)
                .containsExactly(
                        "started",
                        "decided",
                        "enforced",
                        "decided",
                        "refused",
                        "decided",
                        "enforced",
                        "mistaken",
                        "decided",
                        "decided",
                        "decided",
                        "stopped");
        assertThat(lines.get(1)).contains("\"request\":\"r-1\"");
    }

    @Test
    void answersNothingThatItCannotRecord() {
        AtomicBoolean isFull = new AtomicBoolean();
        DecisionPoint recorded = minimal().decisionPoint().recordedBy(events -> {
            if (isFull.get()) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
            return 1;
        });
        try (TestServer server = TestServer.of(minimal(), ServeSettings.LOCAL, Optional.empty(), point -> recorded)) {
            assertThat(server.json(Access.EVALUATION, GOOD).truth("decision")).contains(true);
            isFull.set(true);
            for (String path : List.of(Access.EVALUATION, Access.EVALUATIONS, Access.SEARCH + "subject")) {
                HttpResponse<String> answer = server.post(path, GOOD);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).doesNotContain("decision\"", "results", "space");
            }
            String lines = "{\"role\":\"author\",\"activity\":\"read\",\"level\":\"draft\"}\n".repeat(3);
            assertThat(server.post(Endpoints.DECIDE, lines, "Content-Type", "application/jsonl")
                            .body())
                    .contains("\"code\":\"unrecorded\"")
                    .doesNotContain("PERMITTED")
                    .hasLineCount(1);
            assertThat(server.post(Endpoints.DECIDE, lines.lines().findFirst().orElseThrow())
                            .statusCode())
                    .isEqualTo(503);
            isFull.set(false);
            assertThat(server.json(Access.EVALUATION, GOOD).truth("decision")).contains(true);
        }
    }

    @Test
    void answersNothingWhileNoPolicyIsInForce() {
        AtomicBoolean isExpired = new AtomicBoolean();
        PolicyBundle bundle = minimal();
        Served served = new Served() {
            @Override
            public DecisionPoint decisions() throws UnavailableException {
                if (isExpired.get()) {
                    throw new UnavailableException("no policy is in force: the source cannot be read");
                }
                return bundle.decisionPoint();
            }

            @Override
            public Optional<PolicyBundle> bundle() {
                return Optional.of(bundle);
            }

            @Override
            public Standing standing() {
                return new Standing(
                        isExpired.get() ? "EXPIRED" : "STALE",
                        !isExpired.get(),
                        Instant.EPOCH,
                        Optional.of("the source cannot be read"),
                        Optional.of("the source cannot be read"));
            }
        };
        try (TestServer server = TestServer.of(served, new Figures(), ServeSettings.LOCAL, Optional.empty())) {
            String tag = server.get("/v1/policy").headers().firstValue("ETag").orElseThrow();
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(server.get("/v1/policy", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            assertThat(server.json(Access.EVALUATION, GOOD).truth("decision")).contains(true);

            isExpired.set(true);

            assertThat(server.post(Access.EVALUATION, GOOD).statusCode()).isEqualTo(503);
            assertThat(server.post(Access.EVALUATION, GOOD).body()).doesNotContain("decision\"");
            HttpResponse<String> ready = server.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("EXPIRED", "the source cannot be read");
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(server.get("/v1/policy", "If-None-Match", tag).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void endsWhatItHasBegunWhenItStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TestServer server = TestServer.of(
                minimal(),
                ServeSettings.LOCAL,
                Optional.empty(),
                point -> point.withListener(event -> {
                    begun.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }));
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> server.post(Access.EVALUATION, GOOD));
        begun.await();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        Thread.sleep(300);
        goOn.countDown();

        assertThat(answer.get().body()).startsWith("{\"decision\":true,");
        stopped.get();
    }

    @Test
    void countsWithoutNamingAnybody() {
        try (TestServer server = TestServer.of(Path.of("docs/examples/authzen/todo"))) {
            server.json(
                    Access.EVALUATION,
                    "{\"subject\":{\"type\":\"person\",\"id\":\"rick\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"level\",\"id\":\"list\"}}");

            assertThat(server.get("/metrics").body())
                    .contains("remit_decisions_total{answer=\"PERMITTED\",basis=\"granted\"} 2.0")
                    .contains("remit_enforcements_total{outcome=\"enforced\"} 1.0")
                    .contains(
                            "remit_request_duration_seconds_count{endpoint=\"/access/v1/evaluation\",status=\"200\"} 1")
                    .doesNotContain("rick");
        }
    }
}
