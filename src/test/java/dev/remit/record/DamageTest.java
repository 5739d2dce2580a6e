package dev.remit.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every single change of a byte, and every removal, swap, duplicate, insertion and truncation, of a log of a thousand records,
 * each found with its place.
 *
 * <p>Two files with their frontiers and a checkpoint are a log of their own, whose older part was retired. Most changes are
 * made in such a part, which takes a hundredth of the time.
 */
class DamageTest {
    private static final int RECORDS = 1000;
    private static final int EACH = 5;

    private static ForgetfulFolder log;
    private static List<CheckpointFile.Stored> checkpoints;

    @BeforeAll
    static void writeLog() throws IOException {
        log = Logs.log(RECORDS, EACH);
        checkpoints = CheckpointFile.read(log).stored();
        assertThat(Logs.verify(log).isIntact()).isTrue();
        assertThat(Logs.verify(log).covered()).isEqualTo(RECORDS);
        assertThat(Segment.in(log)).hasSize(RECORDS / EACH);
    }

    private interface Change {
        void check(int seq) throws IOException;
    }

    private static void forEachRecord(Change change) {
        IntStream.range(0, RECORDS).parallel().forEach(seq -> {
            try {
                change.check(seq);
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        });
    }

    @Test
    void findsEveryChangeOfAByte() {
        forEachRecord(seq -> {
            int file = seq / EACH * EACH;
            byte[] bytes = log.bytes(Logs.records(file));
            Random random = new Random(seq);
            int from = offset(bytes, seq % EACH);
            int to = offset(bytes, seq % EACH + 1);
            ForgetfulFolder part = part(file);
            for (int at = from; at < to; at++) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 + random.nextInt(255));
                List<Finding> found = damage(part, file, changed);

                assertThat(found).as("byte %s of record %s", at - from, seq).isNotEmpty();
                // Where a line's end is changed, the next line is no longer one.
                assertThat(found.get(0).seq())
                        .as("the place of byte %s of record %s: %s", at - from, seq, found)
                        .isBetween((long) seq, at == to - 1 ? seq + 1L : seq);
            }
        });
    }

    @Test
    void findsEveryRemovedLine() {
        forEachRecord(seq -> {
            List<Finding> found = damage(seq, lines -> lines.remove(seq % EACH));

            assertThat(found.get(0).seq()).isEqualTo(seq);
            assertThat(found.get(0).sentence()).startsWith("record " + Sentences.number(seq) + " is missing");
        });
    }

    @Test
    void findsEveryDuplicatedLine() {
        forEachRecord(seq -> {
            List<Finding> found = damage(seq, lines -> lines.add(seq * 7 % EACH, lines.get(seq % EACH)));

            assertThat(found.get(0).seq()).isEqualTo(seq);
            assertThat(found.get(0).sentence()).contains("stands twice");
        });
    }

    @Test
    void findsEverySwapOfNeighbours() {
        forEachRecord(seq -> {
            if (seq % EACH < EACH - 1) {
                List<Finding> found = damage(seq, lines -> Collections.swap(lines, seq % EACH, seq % EACH + 1));

                assertThat(found).hasSize(1);
                assertThat(found.get(0).seq()).isEqualTo(seq);
                assertThat(found.get(0).sentence()).contains("stands after record " + Sentences.number(seq + 1));
            }
        });
    }

    @Test
    void findsEveryInsertedLine() {
        forEachRecord(seq -> {
            String before = line(Math.max(0, seq - 1));
            String copy = line(seq).replace("\"text\"", "\"forged\"");
            for (String forged : List.of("{}", copy, before.replace("\"text\"", "\"forged\""))) {
                List<Finding> found = damage(seq, lines -> lines.add(seq % EACH, forged));

                assertThat(found).as("before record %s: %s", seq, found).isNotEmpty();
                assertThat(found)
                        .as("before record %s", seq)
                        .anyMatch(one -> one.seq() >= seq - 1 && one.seq() <= seq + 1);
            }
        });
    }

    @Test
    void findsEveryTruncation() {
        forEachRecord(seq -> {
            int file = seq / EACH * EACH;
            byte[] bytes = log.bytes(Logs.records(file));
            int from = offset(bytes, seq % EACH);
            int to = offset(bytes, seq % EACH + 1);
            ForgetfulFolder part = part(file);
            part.without(Logs.records(file + EACH)).without(Logs.frontier(file + EACH));
            for (int at = from; at < to; at += 1 + (seq + at) % 31) {
                List<Finding> found = damage(part, file, Arrays.copyOf(bytes, at));

                assertThat(found)
                        .as("cut at byte %s of record %s", at - from, seq)
                        .hasSize(1);
                assertThat(found.get(0).seq()).isEqualTo(seq);
                assertThat(found.get(0).sentence()).contains("missing").contains("a checkpoint covers");
            }
        });
    }

    @Test
    void findsEveryRemovedFile() {
        for (int file = EACH; file < RECORDS; file += 5 * EACH) {
            ForgetfulFolder changed = log.copy().without(Logs.records(file));
            List<Finding> found = verify(changed);

            assertThat(found.get(0).seq()).isEqualTo(file);
            assertThat(found.get(0).sentence()).contains("missing");
        }
    }

    @Test
    void findsTheSameInTheWholeLog() {
        for (int seq = 0; seq < RECORDS; seq += 37) {
            int file = seq / EACH * EACH;
            byte[] changed = log.bytes(Logs.records(file)).clone();
            changed[offset(changed, seq % EACH) + 130] ^= 1;
            List<Finding> found = verify(log.copy().set(Logs.records(file), changed));

            assertThat(found).hasSize(1);
            assertThat(found.get(0).seq()).isEqualTo(seq);
            assertThat(found.get(0).sentence())
                    .startsWith(
                            "record " + Sentences.number(seq) + " in " + Logs.records(file) + ": the line was changed");
            // Without the last line, no checkpoint behind those before it can be looked at.
            assertThat(found.get(0).sentence().contains("records before it are intact"))
                    .isEqualTo(seq > 0 && seq < RECORDS - 1);
        }
    }

    @Test
    void findsSeveralPlacesAtOnce() {
        ForgetfulFolder changed = log.copy();
        for (int seq : List.of(13, 17, 555)) {
            int file = seq / EACH * EACH;
            byte[] bytes = changed.bytes(Logs.records(file)).clone();
            bytes[offset(bytes, seq % EACH + 1) - 4] ^= 1;
            changed.set(Logs.records(file), bytes);
        }

        assertThat(verify(changed).stream().map(Finding::seq)).containsExactly(13L, 17L, 555L);
    }

    /** A part of the log: the file, the next one, and a checkpoint over both. */
    private static ForgetfulFolder part(int file) {
        ForgetfulFolder part = new ForgetfulFolder();
        int end = Math.min(RECORDS, file + 2 * EACH);
        for (int first = file; first < end; first += EACH) {
            part.set(Logs.records(first), log.bytes(Logs.records(first)));
            part.set(Logs.frontier(first), log.bytes(Logs.frontier(first)));
        }
        CheckpointFile.Stored over = checkpoints.stream()
                .filter(stored -> stored.checkpoint().size() == end)
                .findFirst()
                .orElseThrow();
        return part.set(CheckpointFile.NAME, (over.note() + "\n").getBytes(UTF_8));
    }

    private interface Edit {
        void apply(List<String> lines);
    }

    private static List<Finding> damage(int seq, Edit edit) {
        int file = seq / EACH * EACH;
        List<String> lines = new ArrayList<>(text(file).lines().toList());
        edit.apply(lines);
        List<Finding> found = damage(part(file), file, (String.join("\n", lines) + "\n").getBytes(ISO_8859_1));
        assertThat(found).isNotEmpty();
        return found;
    }

    private static List<Finding> damage(ForgetfulFolder part, int file, byte[] changed) {
        return verify(part.set(Logs.records(file), changed));
    }

    /** Signatures are left out: they are looked at in a test of their own. */
    private static List<Finding> verify(ForgetfulFolder folder) {
        try {
            return LogVerifier.verify(folder, List.of(), List.of()).damage();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(int file) {
        return new String(log.bytes(Logs.records(file)), ISO_8859_1);
    }

    private static String line(int seq) {
        return text(seq / EACH * EACH).lines().toList().get(seq % EACH);
    }

    private static int offset(byte[] bytes, int line) {
        int at = 0;
        for (int i = 0; i < line; i++) {
            while (bytes[at] != '\n') {
                at++;
            }
            at++;
        }
        return at;
    }
}
