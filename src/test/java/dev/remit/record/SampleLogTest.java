package dev.remit.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Handled;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.NotLetThroughException;
import dev.remit.decide.Question;
import dev.remit.model.Treatment;
import dev.remit.signing.KeyName;
import dev.remit.signing.SigningKey;
import dev.remit.signing.SubjectKey;
import dev.remit.signing.SubjectKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log that the documents show: one record of each kind that deciding brings about. {@code -Dremit.update=true} writes it anew,
 * under new keys.
 */
class SampleLogTest {
    private static final Path LOG = Path.of("docs/examples/records");
    private static final Path KEY = Path.of("docs/examples/records.key.pub");
    private static final String CHECKPOINTS = "checkpoints.txt";

    @TempDir
    Path work;

    @Test
    void isIntactAndHasARecordOfEachKind() throws IOException {
        if (Boolean.getBoolean("remit.update")) {
            write();
        }
        Verification found = RecordFolder.at(LOG).verify(List.of(KEY), List.of(LOG.resolve(CHECKPOINTS)));
        Set<String> kinds = new TreeSet<>();
        RecordFolder.at(LOG).visit((seq, kind, line) -> kinds.add(kind));

        assertThat(found.damage()).isEmpty();
        assertThat(found.covered()).isEqualTo(found.size()).isPositive();
        assertThat(kinds)
                .containsExactly("decided", "enforced", "mistaken", "recovered", "refused", "started", "stopped");
    }

    private void write() throws IOException {
        if (Files.exists(LOG)) {
            try (Stream<Path> old = Files.list(LOG)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        Path key = work.resolve("records.key");
        SigningKey.generate(new KeyName("example.org/remit/records")).write(key);
        Files.deleteIfExists(KEY);
        Files.move(work.resolve("records.key.pub"), KEY);
        Files.copy(KEY, work.resolve("records.key.pub"));
        Path subjects = work.resolve("subjects.key");
        new SubjectKeys(List.of(SubjectKey.generate("k2026", LocalDate.parse("2026-01-01"), Optional.empty())))
                .write(subjects);
        RecordSettings settings = RecordSettings.durable().signedBy(key).withSubjectKeys(subjects);
        DecisionPoint decisions = Remit.load(Path.of("policy/opensafely")).decisionPoint();
        InstantSource clock = ticking();
        try (RecordLog log = RecordLog.open(LOG, decisions.identity(), settings, clock)) {
            ask(decisions.recordedBy(log).withClock(clock));
        }
        Files.writeString(LOG.resolve(Logs.records(0)), "{\"v\":1,\"seq\":8,\"at\":\"2026-", StandardOpenOption.APPEND);
        RecordLog.open(LOG, decisions.identity(), settings, clock).close();
        Files.delete(LOG.resolve("lock"));
    }

    /** A clock that goes on by some seconds whenever it is read. */
    private static InstantSource ticking() {
        Instant[] now = {Instant.parse("2026-11-29T10:00:00.123456Z")};
        return () -> now[0] = now[0].plusMillis(1_731);
    }

    private static void ask(DecisionPoint decisions) {
        decisions.enforce(
                Question.may("researcher")
                        .perform("run-pipeline")
                        .onLevel("1")
                        .in("research-project")
                        .via("ehrql-pipeline")
                        .forProject("156")
                        .given("named-on-project")
                        .by("job-server")
                        .request("job-8841"),
                Handled.duties(
                                "log-operation",
                                "output-check-before-release",
                                "publish-code",
                                "write-code-away-from-data")
                        .population("type-1", Treatment.EXCLUDED_BY_FILTER)
                        .population("national", Treatment.INCLUDED, Treatment.EXCLUDED_BY_FILTER));
        try {
            decisions.enforce(
                    Question.mayPerson("alice")
                            .perform("view")
                            .onLevel("4")
                            .in("research-project")
                            .via("secure-environment")
                            .forProject("156")
                            .by("airlock"),
                    Handled.NOTHING);
        } catch (NotLetThroughException expected) {
            // It stands in the log.
        }
        try {
            decisions.decide(
                    Question.may("reseacher").perform("view").onLevel("4").by("airlock"));
        } catch (InvalidQuestionException expected) {
            // So does this.
        }
        decisions.decide(Question.may("co-pilot")
                .perform("view")
                .onLevel("4")
                .forProject("12")
                .by("airlock"));
    }
}
