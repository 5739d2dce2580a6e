package dev.remit.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.signing.KeyName;
import dev.remit.signing.SigningKey;
import dev.remit.signing.TreeHasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordStoreTest {
    private static final StoreSettings DURABLE = Logs.durable(StoreSettings.LARGEST_FILE);

    @TempDir
    Path path;

    @Test
    void writesLinesInTheDocumentedForm() throws IOException {
        ForgetfulFolder folder = new ForgetfulFolder();
        try (RecordStore store = Logs.open(folder, DURABLE)) {
            store.append(List.of(Draft.of("started", "")));
            store.append(List.of(Draft.of("enforced", "\"of\":[", seq -> Long.toString(seq - 1), "]")));
        }

        assertThat(new String(folder.bytes("records-00000000000000000000.jsonl"), UTF_8))
                .isEqualTo("""
                        {"v":1,"seq":0,"at":"2026-11-29T10:00:00.123456Z","kind":"started","prev":"%s"}
                        {"v":1,"seq":1,"at":"2026-11-29T10:00:00.123456Z","kind":"enforced","prev":"%s","of":[0]}
                        """.formatted(
                                "0".repeat(64),
                                new TreeHasher()
                                        .leaf(Logs.lines(folder).get(0).getBytes(UTF_8))
                                        .hex()));
        assertThat(folder.bytes("frontier-00000000000000000000.txt")).isEmpty();
        assertThat(new String(folder.bytes("checkpoints.txt"), UTF_8))
                .startsWith("example.org/log\n2\n")
                .endsWith("=\n\n");
        assertThat(folder.names()).hasSize(3);
    }

    @Test
    void makesAFileWithItsFirstRecord() throws IOException {
        ForgetfulFolder folder = new ForgetfulFolder();

        Logs.open(folder, DURABLE).close();

        assertThat(folder.names()).isEmpty();
    }

    @Test
    void beginsAFileWhenOneIsFullAndSignsIt() throws IOException {
        ForgetfulFolder folder = new ForgetfulFolder();
        try (RecordStore store = Logs.open(folder, Logs.durable(400))) {
            for (int i = 0; i < 5; i++) {
                store.append(List.of(Logs.draft("" + i)));
            }
        }

        assertThat(Segment.in(folder).stream().map(Segment::first)).containsExactly(0L, 2L, 4L);
        assertThat(CheckpointFile.read(folder).stored().stream()
                        .map(stored -> stored.checkpoint().size()))
                .containsExactly(2L, 4L, 5L);
        assertThat(new String(folder.bytes(Logs.frontier(4)), UTF_8)).hasLineCount(1);
        assertThat(Logs.verify(folder).isIntact()).isTrue();
    }

    @Test
    void signsAfterSoManyRecordsOrSoMuchTime() throws IOException {
        ForgetfulFolder folder = new ForgetfulFolder();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        StoreSettings settings = new StoreSettings(
                RecordMode.WRITTEN,
                StoreSettings.LARGEST_FILE,
                Optional.of(new StoreSettings.Checkpoints(Logs.KEY, 3, Duration.ofMinutes(1))));
        try (RecordStore store = RecordStore.open(folder, settings, now::get)) {
            for (int i = 0; i < 4; i++) {
                store.append(List.of(Logs.draft("" + i)));
            }
            store.checkpointIfDue();
            assertThat(CheckpointFile.read(folder)
                            .newest()
                            .orElseThrow()
                            .checkpoint()
                            .size())
                    .isEqualTo(3);
            now.set(Instant.EPOCH.plusSeconds(60));
            store.checkpointIfDue();
            assertThat(CheckpointFile.read(folder)
                            .newest()
                            .orElseThrow()
                            .checkpoint()
                            .size())
                    .isEqualTo(4);
            store.checkpoint();
            assertThat(CheckpointFile.read(folder).stored()).hasSize(2);
        }
    }

    /** The order is that of the numbers; what the clock said is not made up afterwards. */
    @Test
    void writesWhatTheClockSaysEvenIfItWasSetBack() throws IOException {
        ForgetfulFolder folder = new ForgetfulFolder();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-29T10:00:00Z"));
        try (RecordStore store = RecordStore.open(folder, DURABLE, now::get)) {
            store.append(List.of(Logs.draft("a")));
            now.set(Instant.parse("2026-11-29T09:00:00.9999999Z"));
            store.append(List.of(Logs.draft("b")));
        }

        assertThat(Logs.lines(folder).get(1)).contains("\"at\":\"2026-11-29T09:00:00.999999Z\"");
        assertThat(Logs.verify(folder).isIntact()).isTrue();
        assertThat(Logs.verify(folder).remarks()).containsExactly("the clock was set back once, first before record 1");
    }

    @Test
    void takesSixteenThreads() throws Exception {
        int threads = 16;
        int each = 40;
        Set<Long> numbers = new ConcurrentSkipListSet<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (RecordStore store = Logs.open(DiskFolder.writing(path), Logs.settings(RecordMode.DURABLE, 20_000, 100))) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                done.add(pool.submit(() -> {
                    for (int j = 0; j < each; j++) {
                        numbers.add(store.append(List.of(
                                Logs.draft("x"),
                                Draft.of("enforced", "\"of\":[", seq -> Long.toString(seq - 1), "]"))));
                        // An interrupt of one asker is no failure of the log.
                        Thread.currentThread().interrupt();
                    }
                    return null;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }

        List<String> lines = Logs.lines(DiskFolder.reading(path));
        assertThat(numbers).hasSize(threads * each);
        assertThat(lines).hasSize(2 * threads * each);
        for (long number : numbers) {
            assertThat(lines.get((int) number)).contains("\"kind\":\"decided\"");
            assertThat(lines.get((int) number + 1)).contains("\"of\":[" + number + "]");
        }
        assertThat(Logs.verify(DiskFolder.reading(path)).isIntact()).isTrue();
    }

    @Test
    void takesARecordOfAMebibyte() throws IOException {
        String text = "x".repeat(1 << 20);
        try (RecordStore store = Logs.open(DiskFolder.writing(path), Logs.durable(1 << 20))) {
            for (int i = 0; i < 3; i++) {
                store.append(List.of(Logs.draft(text)));
                store.append(List.of(Logs.draft("short")));
            }
        }

        assertThat(Logs.verify(DiskFolder.reading(path)).size()).isEqualTo(6);
        assertThat(Logs.verify(DiskFolder.reading(path)).isIntact()).isTrue();
    }

    @Test
    void refusesARecordThatIsNoneAndGoesOn() throws IOException {
        ForgetfulFolder folder = new ForgetfulFolder();
        try (RecordStore store = Logs.open(folder, DURABLE)) {
            assertThatThrownBy(() -> store.append(List.of(Logs.draft("good"), Logs.draft("line\nend"))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.append(List.of(Logs.draft("x".repeat(17 << 20)))))
                    .isInstanceOf(IllegalArgumentException.class);
            store.append(List.of(Logs.draft("after")));
        }

        assertThat(Logs.lines(folder)).hasSize(1);
    }

    @Test
    void turnsASecondWriterAway() throws IOException {
        try (RecordStore store = Logs.open(DiskFolder.writing(path), DURABLE)) {
            assertThatThrownBy(() -> Logs.open(DiskFolder.writing(path), DURABLE))
                    .isInstanceOf(LogException.class)
                    .hasMessageContaining("writes to");
            store.append(List.of(Logs.draft("first")));
        }
        Logs.open(DiskFolder.writing(path), DURABLE).close();
    }

    @Test
    void answersNothingOnceTheDiskIsFull() throws IOException {
        ForgetfulFolder folder = new ForgetfulFolder().cutAfter(3000);
        RecordStore store = Logs.open(folder, DURABLE);
        long answered = 0;
        try {
            while (true) {
                answered = store.append(List.of(Logs.draft("x"))) + 1;
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("takes nothing more until it is opened again");
        }

        folder.cutAfter(Long.MAX_VALUE);
        assertThatThrownBy(() -> store.append(List.of(Logs.draft("y")))).isInstanceOf(LogException.class);
        store.close();
        try (RecordStore again = Logs.open(folder, DURABLE)) {
            assertThat(again.size()).isEqualTo(answered);
            assertThat(again.torn()).hasSize(1);
            again.append(List.of(Logs.draft("z")));
        }
        assertThat(Logs.verify(folder).isIntact()).isTrue();
    }

    @Test
    void saysThatItCannotWriteThere() throws IOException {
        Path file = Files.writeString(path.resolve("file"), "");

        assertThatThrownBy(() -> Logs.open(DiskFolder.writing(file), DURABLE)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Logs.open(DiskFolder.writing(Path.of("/proc/self")), DURABLE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void putsTornBytesAsideAndSaysSoUntilARecordNamesThem() throws IOException {
        ForgetfulFolder folder = Logs.log(4, 4);
        ForgetfulFolder torn = append(folder, Logs.records(0), "{\"v\":1,\"seq\":4,\"at");
        append(torn, CheckpointFile.NAME, "example.org/log\n5");

        try (RecordStore store = Logs.open(torn, DURABLE)) {
            assertThat(store.torn().stream().map(TornFile::name))
                    .containsExactly("torn-checkpoints-00000000000000000004-1", "torn-records-00000000000000000004-1");
        }
        try (RecordStore store = Logs.open(torn, DURABLE)) {
            assertThat(store.torn()).hasSize(2);
            store.append(List.of(Draft.of("recovered", "\"files\":[\"torn-records-00000000000000000004-1\"]")));
        }
        try (RecordStore store = Logs.open(torn, DURABLE)) {
            assertThat(store.torn().stream().map(TornFile::of)).containsExactly("checkpoints");
        }
        assertThat(new String(torn.bytes("torn-records-00000000000000000004-1"), UTF_8))
                .isEqualTo("{\"v\":1,\"seq\":4,\"at");
        assertThat(Logs.verify(torn).isIntact()).isTrue();
    }

    @Test
    void refusesToGoOnWhereACheckpointCoversWhatDoesNotChain() throws IOException {
        ForgetfulFolder folder = Logs.log(4, 4);
        byte[] changed = folder.bytes(Logs.records(0)).clone();
        changed[200] ^= 1;

        assertThatThrownBy(() -> Logs.open(folder.copy().set(Logs.records(0), changed), DURABLE))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("a checkpoint covers 4 records, and only");
    }

    @Test
    void refusesToGoOnWhereTheLastRecordIsNotTheOneThatWasSigned() throws IOException {
        ForgetfulFolder folder = Logs.log(4, 4);
        byte[] changed = folder.bytes(Logs.records(0)).clone();
        changed[changed.length - 4] ^= 1;

        assertThatThrownBy(() -> Logs.open(folder.copy().set(Logs.records(0), changed), DURABLE))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("they are not those of the log");
    }

    @Test
    void refusesToGoOnWithALogShorterThanItsNewestCheckpoint() throws IOException {
        ForgetfulFolder folder = Logs.log(4, 2).without(Logs.records(2)).without(Logs.frontier(2));

        assertThatThrownBy(() -> Logs.open(folder, DURABLE)).hasMessageContaining("covers 4 records, and only 2");
        assertThatThrownBy(() -> Logs.open(folder.without(Logs.records(0)), DURABLE))
                .hasMessageContaining("covers 4 records, and only 0");
    }

    @Test
    void refusesAKeyOfAnotherName() throws IOException {
        ForgetfulFolder folder = Logs.log(1, 1);
        SigningKey other = SigningKey.generate(new KeyName("example.org/other"));

        assertThatThrownBy(() -> RecordStore.open(
                        folder,
                        StoreSettings.of(
                                RecordMode.DURABLE,
                                Optional.of(new StoreSettings.Checkpoints(other, 1, Duration.ofDays(1)))),
                        InstantSource.system()))
                .hasMessageContaining("`example.org/log`")
                .hasMessageContaining("`example.org/other`");
    }

    private static ForgetfulFolder append(ForgetfulFolder folder, String name, String text) {
        byte[] before = folder.bytes(name);
        byte[] more = text.getBytes(UTF_8);
        byte[] all = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, all, before.length, more.length);
        return folder.set(name, all);
    }
}
