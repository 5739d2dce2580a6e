package dev.remit.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.PolicyBundle;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Handled;
import dev.remit.decide.ListenerFailedException;
import dev.remit.decide.NotLetThroughException;
import dev.remit.decide.PreparedQuestion;
import dev.remit.decide.QuestionBuffer;
import dev.remit.json.JsonTree;
import dev.remit.record.ForgetfulFolder.Survival;
import dev.remit.signing.SubjectKey;
import dev.remit.signing.SubjectKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a decision point that is recorded, no answer is given that is not in the log, whatever happens to the disk. */
class RecordedAnswersTest {
    private static final long PLENTY = 1 << 22;

    /** The power is cut at every so many bytes; the log by itself is cut at every byte in {@link PowerLossTest}. */
    private static final int STRIDE = Integer.getInteger("remit.stride", 7);

    private static final PolicyBundle OFFICE = Office.bundle();
    private static final LogKeys KEYS = new LogKeys(
            Optional.of(Logs.KEY),
            Optional.of(new SubjectKeys(
                    List.of(SubjectKey.generate("k1", LocalDate.parse("2026-01-01"), Optional.empty())))));

    /** Opened again without a key to sign: signing takes most of the time. */
    private static final LogKeys AGAIN = new LogKeys(Optional.empty(), KEYS.subjects());

    @TempDir
    Path disk;

    private static RecordLog open(LogFolder folder, LogKeys keys, RecordMode mode) throws IOException {
        RecordSettings settings = mode == RecordMode.DURABLE ? RecordSettings.durable() : RecordSettings.written();
        return RecordLog.open(folder, OFFICE.decisionPoint().identity(), settings, keys, Logs.CLOCK);
    }

    private static DecisionPoint decisions() {
        return OFFICE.decisionPoint().withClock(() -> Office.NOW);
    }

    /** Puts questions of each kind; what is answered is handed on as soon as the asker has it. */
    private static void ask(DecisionPoint on, Consumer<Decision> answered) {
        answered.accept(
                on.enforce(Office.may("reader").given("named"), Office.ALL).decision());
        on.decideEach(Office.mayPat()).answers().forEach(answered);
        try {
            on.enforce(Office.mayPat(), Handled.NOTHING);
        } catch (NotLetThroughException refused) {
            refused.refusals().forEach(each -> answered.accept(each.decision()));
        }
        answered.accept(on.prepare(Office.may("clerk")).decide());
    }

    /** A run, the lines of its log, and by which step which record was answered. */
    private static final class Run {
        final ForgetfulFolder folder = new ForgetfulFolder().cutAfter(PLENTY);
        final JournalFolder journal = new JournalFolder(folder);
        final Map<Long, Long> answered = new TreeMap<>();
        final List<String> lines;

        Run(RecordMode mode) throws IOException {
            try (RecordLog log = open(journal, KEYS, mode)) {
                DecisionPoint recorded = decisions().recordedBy(log);
                ask(recorded, each -> answered.put(each.record().orElseThrow(), folder.steps(PLENTY)));
                log.checkpoint();
            }
            lines = Logs.lines(folder);
        }

        Optional<String> lost(long cut, ForgetfulFolder found) {
            try {
                open(found, AGAIN, RecordMode.DURABLE).close();
                List<String> there = Logs.lines(found);
                for (Map.Entry<Long, Long> answer : answered.entrySet()) {
                    int seq = Math.toIntExact(answer.getKey());
                    if (answer.getValue() <= cut
                            && (seq >= there.size() || !there.get(seq).equals(lines.get(seq)))) {
                        return Optional.of("record " + seq);
                    }
                }
                for (String name : found.names()) {
                    if (TornFile.parse(name).isPresent() && there.stream().noneMatch(line -> line.contains(name))) {
                        return Optional.of("a record of " + name);
                    }
                }
                Verification after = LogVerifier.verify(found, List.of(), List.of());
                return after.isIntact()
                        ? Optional.empty()
                        : Optional.of(after.damage().toString());
            } catch (IOException refused) {
                return Optional.of("the log: " + refused.getMessage());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void areThereWhereverThePowerIsCut(Survival survival) throws IOException {
        Run run = new Run(RecordMode.DURABLE);
        assertThat(run.answered).hasSize(6);
        long steps = run.folder.steps(PLENTY);
        int stride = survival == Survival.SOME_PAGES ? STRIDE : 4 * STRIDE;
        IntStream.iterate(0, cut -> cut <= steps, cut -> cut + stride)
                .parallel()
                .forEach(cut -> {
                    ForgetfulFolder found = run.journal
                            .again(new ForgetfulFolder().cutAfter(cut))
                            .afterPowerLoss(survival, new Random(cut));
                    assertThat(run.lost(cut, found))
                            .as("lost after a cut at step %s", cut)
                            .isEmpty();
                });
    }

    @Test
    void wouldBeLostWithoutForce() throws IOException {
        Run run = new Run(RecordMode.DURABLE);
        int losses = 0;
        for (long cut = 0; cut <= run.folder.steps(PLENTY); cut += 197) {
            ForgetfulFolder found = run.journal
                    .again(new ForgetfulFolder().ignoringForce().cutAfter(cut))
                    .afterPowerLoss(Survival.SOME_PAGES, new Random(cut));
            losses += run.lost(cut, found).isEmpty() ? 0 : 1;
        }

        assertThat(losses).isGreaterThan(5);
    }

    @Test
    void areNotGivenOnceTheDiskIsFull() throws IOException {
        long all = new Run(RecordMode.WRITTEN).folder.steps(PLENTY);
        for (long room = 1_000; room < all; room += 1_531) {
            ForgetfulFolder folder = new ForgetfulFolder().cutAfter(room);
            RecordLog log;
            try {
                log = open(folder, KEYS, RecordMode.DURABLE);
            } catch (IOException full) {
                continue;
            }
            DecisionPoint recorded = decisions().recordedBy(log);
            PreparedQuestion prepared = recorded.prepare(Office.may("clerk"));
            QuestionBuffer buffer = recorded.buffer();
            List<Decision> answered = new ArrayList<>();
            boolean isFull = false;
            try {
                for (int i = 0; i < 4; i++) {
                    ask(recorded, answered::add);
                }
            } catch (ListenerFailedException full) {
                isFull = true;
                assertThat(full).hasRootCauseInstanceOf(IOException.class);
            }
            if (!isFull) {
                continue;
            }

            assertThatThrownBy(() -> recorded.decide(Office.may("reader"))).isInstanceOf(ListenerFailedException.class);
            assertThatThrownBy(prepared::outcome).isInstanceOf(ListenerFailedException.class);
            assertThatThrownBy(() -> buffer.set(recorded.field("role"), "reader")
                            .set(recorded.field("activity"), "read")
                            .set(recorded.field("level"), "draft")
                            .permitted())
                    .isInstanceOf(ListenerFailedException.class);
            List<String> lines = completeLines(folder);
            for (Decision each : answered) {
                assertThat(lines.get(Math.toIntExact(each.record().orElseThrow())))
                        .contains("\"answer\":\"" + each.answer() + "\"");
            }
        }
    }

    private static List<String> completeLines(ForgetfulFolder folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Segment segment : Segment.in(folder)) {
            String text = new String(folder.bytes(segment.name()), UTF_8);
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(lines::add);
        }
        return lines;
    }

    @Test
    void areWrittenInOneCommitWithWhatBecameOfThemByManyThreads() throws Exception {
        Map<Long, String> answered = new ConcurrentHashMap<>();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        try (RecordLog log = open(DiskFolder.writing(disk.resolve("log")), KEYS, RecordMode.DURABLE)) {
            DecisionPoint recorded = decisions().recordedBy(log);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String caller = "thread-" + i;
                Thread thread = new Thread(() -> {
                    for (int j = 0; j < 25; j++) {
                        String request = caller + "." + j;
                        answered.put(
                                recorded.enforce(
                                                Office.may("reader")
                                                        .given("named")
                                                        .by(caller)
                                                        .request(request),
                                                Office.ALL)
                                        .decision()
                                        .record()
                                        .orElseThrow(),
                                request);
                    }
                });
                thread.setUncaughtExceptionHandler((who, thrown) -> failed.set(thrown));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(failed.get()).isNull();
        assertThat(answered).hasSize(400);
        RecordFolder log = RecordFolder.at(disk.resolve("log"));
        log.visit((seq, kind, line) -> {
            JsonTree record = JsonTree.parse(line).orElseThrow();
            if (kind.equals("decided")) {
                assertThat(record.text("request")).hasValue(answered.get(seq));
            } else if (kind.equals("enforced")) {
                assertThat(record.numbers("of")).containsExactly(seq - 1);
                assertThat(record.text("request")).hasValue(answered.get(seq - 1));
            }
        });
        assertThat(log.verify(List.of(), List.of()).damage()).isEmpty();
    }

    @Test
    void areFoundIfAnyOfTheirBytesIsChanged() throws IOException {
        Run run = new Run(RecordMode.DURABLE);
        byte[] bytes = run.folder.bytes(Logs.records(0));
        IntStream.range(0, bytes.length).parallel().forEach(at -> {
            try {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 + new Random(at).nextInt(255));
                ForgetfulFolder folder = run.journal.again(new ForgetfulFolder());
                folder.remove(Logs.records(0));
                folder.put(Logs.records(0), changed);
                List<Finding> found =
                        LogVerifier.verify(folder, List.of(), List.of()).damage();
                long seq = new String(bytes, 0, at, UTF_8)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();

                assertThat(found).as("byte %s of record %s", at, seq).isNotEmpty();
                assertThat(found.get(0).seq()).isBetween(seq, bytes[at] == '\n' ? seq + 1 : seq);
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        });
    }

    @Test
    void areGivenByNobodyWhoseFolderAnotherWritesTo() throws IOException {
        Path log = disk.resolve("log");
        try (RecordLog first = RecordLog.open(log, OFFICE.decisionPoint().identity(), RecordSettings.written())) {
            assertThat(first.size()).isEqualTo(1);
            assertThatThrownBy(() -> RecordLog.open(log, OFFICE.decisionPoint().identity(), RecordSettings.written()))
                    .isInstanceOf(LogException.class)
                    .hasMessageContaining("writes to");
        }
    }
}
