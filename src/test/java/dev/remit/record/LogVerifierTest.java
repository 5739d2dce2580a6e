package dev.remit.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.signing.Checkpoint;
import dev.remit.signing.KeyName;
import dev.remit.signing.LogProof;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SignedNote;
import dev.remit.signing.SigningKey;
import dev.remit.signing.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogVerifierTest {
    private static ForgetfulFolder log;

    @BeforeAll
    static void writeLog() throws IOException {
        log = Logs.log(12, 4);
    }

    @Test
    void findsNothingWhereNothingWasDone() throws IOException {
        Verification found = Logs.verify(log);

        assertThat(found.isIntact()).isTrue();
        assertThat(found.size()).isEqualTo(12);
        assertThat(found.covered()).isEqualTo(12);
        assertThat(found.remarks()).isEmpty();
        assertThat(Logs.verify(new ForgetfulFolder()).isIntact()).isTrue();
    }

    @Test
    void readsPackedFiles() throws IOException {
        ForgetfulFolder packed = log.copy();
        for (long first : List.of(0L, 4L, 8L)) {
            packed.set(Logs.records(first) + ".gz", gzip(log.bytes(Logs.records(first))))
                    .without(Logs.records(first));
        }

        assertThat(Logs.verify(packed).isIntact()).isTrue();
        assertThat(Logs.lines(packed)).isEqualTo(Logs.lines(log));
        try (RecordStore store = Logs.open(packed, Logs.durable(StoreSettings.LARGEST_FILE))) {
            assertThat(store.append(List.of(Logs.draft("more")))).isEqualTo(12);
        }
        assertThat(Segment.in(packed)).hasSize(4);
        assertThat(Logs.verify(packed).isIntact()).isTrue();
    }

    @Test
    void findsAPackedFileThatIsCutOrChanged() throws IOException {
        byte[] packed = gzip(log.bytes(Logs.records(4)));
        ForgetfulFolder changed = log.copy().without(Logs.records(4));

        for (int at = 0; at < packed.length; at++) {
            byte[] cut = Arrays.copyOf(packed, at);
            changed.set(Logs.records(4) + ".gz", cut);
            assertThat(LogVerifier.verify(changed, List.of(), List.of()).isIntact())
                    .as("cut at %s", at)
                    .isFalse();
        }
    }

    @Test
    void passesOverFilesThatWereRetiredWhole() throws IOException {
        ForgetfulFolder younger = log.copy().without(Logs.records(0)).without(Logs.frontier(0));

        Verification found = Logs.verify(younger);

        assertThat(found.isIntact()).isTrue();
        assertThat(found.first()).isEqualTo(4);
        assertThat(found.remarks())
                .containsExactly(
                        "the log begins with record 4; for those before it stands a frontier, for which a checkpoint vouches");
        try (RecordStore store = Logs.open(younger, Logs.durable(StoreSettings.LARGEST_FILE))) {
            assertThat(store.append(List.of(Logs.draft("more")))).isEqualTo(12);
        }
    }

    @Test
    void findsAFrontierThatWasChangedOrTakenAway() throws IOException {
        byte[] frontier = log.bytes(Logs.frontier(4)).clone();
        frontier[0] = (byte) (frontier[0] == '0' ? '1' : '0');

        assertThat(Logs.verify(log.copy().set(Logs.frontier(4), frontier))
                        .damage()
                        .get(0)
                        .sentence())
                .startsWith(Logs.frontier(4) + " is not the frontier");
        assertThat(Logs.verify(log.copy().without(Logs.frontier(4)))
                        .damage()
                        .get(0)
                        .sentence())
                .startsWith(Logs.frontier(4) + " is missing");
        assertThat(Logs.verify(log.copy()
                                .without(Logs.records(0))
                                .without(Logs.frontier(0))
                                .set(Logs.frontier(4), frontier))
                        .isIntact())
                .isFalse();
    }

    @Test
    void findsARewrittenPastByItsCheckpoints() throws IOException {
        ForgetfulFolder forged = new ForgetfulFolder();
        try (RecordStore store = Logs.open(forged, Logs.durable(StoreSettings.LARGEST_FILE))) {
            for (int i = 0; i < 12; i++) {
                store.append(List.of(Logs.draft("forged")));
            }
        }
        forged.set(CheckpointFile.NAME, log.bytes(CheckpointFile.NAME));

        List<Finding> found = Logs.verify(forged).damage();

        assertThat(found.get(0).sentence()).contains("are not those that checkpoint 1 in checkpoints.txt is over");
    }

    @Test
    void holdsALogToACheckpointKeptElsewhere() throws IOException, RejectedException {
        List<CheckpointFile.Stored> all = CheckpointFile.read(log).stored();
        CheckpointFile.Stored kept = CheckpointFile.Stored.parse(
                "the copy", all.get(all.size() - 1).note().bytes());
        ForgetfulFolder cut = log.copy().without(Logs.records(8)).without(Logs.frontier(8));
        cut.set(CheckpointFile.NAME, (all.get(0).note() + "\n").getBytes(UTF_8));

        assertThat(Logs.verify(cut).isIntact())
                .as("by itself the log cannot show it")
                .isTrue();
        assertThat(LogVerifier.verify(cut, Logs.KEYS, List.of(kept))
                        .damage()
                        .get(0)
                        .sentence())
                .isEqualTo(
                        "records 8 to 11 are missing from " + Logs.records(4)
                                + "; a checkpoint covers 12 records; record 0 is intact, and the others before it follow one another");
        assertThat(LogVerifier.verify(log, Logs.KEYS, List.of(kept)).isIntact()).isTrue();
    }

    /** Whoever changes a record can make the hashes of those behind it anew, but not a checkpoint. */
    @Test
    void showsThatMoreWasChangedThanTheLinesShow() throws IOException {
        byte[] bytes = log.bytes(Logs.records(4));
        List<String> lines = new ArrayList<>(List.of(new String(bytes, UTF_8).split("\n", -1)));
        TreeHasher hasher = new TreeHasher();
        lines.set(1, lines.get(1).replace("\"text\":\"5\"", "\"text\":\"9\""));
        String anew = hasher.leaf(lines.get(1).getBytes(UTF_8)).hex();
        lines.set(2, lines.get(2).replaceFirst("\"prev\":\"[0-9a-f]+", "\"prev\":\"" + anew));
        byte[] forged = String.join("\n", lines).getBytes(UTF_8);

        assertThat(Logs.verify(log.copy().set(Logs.records(4), forged)).damage())
                .extracting(Finding::sentence)
                .containsExactly(
                        "records 5 to 7 are not those that checkpoint 4 in checkpoints.txt is over: more were changed than"
                                + " the lines show; records before it are intact",
                        "record 6 in " + Logs.records(4) + ": the line was changed");
    }

    /** A changed byte of a packed file may show in its text, in its checksum or in both. */
    @Test
    void findsEveryChangedByteOfAPackedFile() throws IOException {
        byte[] packed = gzip(log.bytes(Logs.records(4)));
        ForgetfulFolder changed = log.copy().without(Logs.records(4));
        // The time, the flags and the system in the head say nothing about the records.
        for (int at = 10; at < packed.length; at++) {
            byte[] bytes = packed.clone();
            bytes[at] ^= 1;
            changed.set(Logs.records(4) + ".gz", bytes);
            assertThat(LogVerifier.verify(changed, List.of(), List.of()).damage())
                    .as("changed at %s", at)
                    .anyMatch(found -> found.file().startsWith(Logs.records(4)));
        }
    }

    /** One of several files is checked by the frontier beside it. */
    @Test
    void checksOneFileByItself(@TempDir Path folder) throws IOException {
        for (String name : log.names()) {
            Files.write(folder.resolve(name), log.bytes(name));
        }

        Verification found = RecordFolder.at(folder.resolve(Logs.records(4))).verify(List.of(), List.of());

        assertThat(found.damage()).isEmpty();
        assertThat(found.first()).isEqualTo(4);
        assertThat(found.size()).isEqualTo(8);

        Path stoppedTwice = Path.of("docs/examples/records").resolve(Logs.records(0));
        assertThat(RecordFolder.at(stoppedTwice).verify(List.of(), List.of()).damage())
                .isEmpty();
    }

    @Test
    void noticesThatTheCheckpointsWereTakenAway(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/examples/records"))) {
            for (Path file :
                    files.filter(each -> !each.endsWith(CheckpointFile.NAME)).toList()) {
                Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
            }
        }

        assertThat(RecordFolder.at(folder).verify(List.of(), List.of()).damage())
                .extracting(Finding::sentence)
                .containsExactly("the log stopped in order with record 10, when a checkpoint over it is signed, and"
                        + " checkpoints.txt has none: it was taken away");
    }

    @Test
    void countsOnlyCheckpointsOfTheKeysThatWereGiven() throws IOException {
        SigningKey other = SigningKey.generate(new KeyName("example.org/log"));

        assertThat(LogVerifier.verify(log, List.of(other.verifier()), List.of())
                        .damage()
                        .get(0)
                        .sentence())
                .contains("is signed by no key that was given");
        assertThat(LogVerifier.verify(log, List.of(), List.of()).remarks())
                .containsExactly("no key was given: the signatures of the checkpoints were not checked");
    }

    @Test
    void findsEveryChangeOfACheckpoint() throws IOException {
        byte[] notes = (CheckpointFile.read(log).newest().orElseThrow().note() + "\n").getBytes(UTF_8);
        for (int at = 0; at < notes.length; at++) {
            byte[] changed = notes.clone();
            changed[at] ^= 1;
            Verification found = Logs.verify(log.copy().set(CheckpointFile.NAME, changed));
            boolean isTold =
                    !found.isIntact() || found.remarks().stream().anyMatch(remark -> remark.contains("checkpoint"));

            assertThat(isTold).as("byte %s", at).isTrue();
        }
    }

    @Test
    void saysThatBytesBehindTheLastLineAreNoDamage() throws IOException {
        String file = Logs.records(8);
        String more = new String(log.bytes(file), ISO_8859_1) + "{\"v\":1";

        Verification found = Logs.verify(log.copy().set(file, more.getBytes(ISO_8859_1)));

        assertThat(found.isIntact()).isTrue();
        assertThat(found.remarks())
                .containsExactly(
                        "6 bytes stand behind the last whole line of " + file + ", and no checkpoint covers them");
    }

    @Test
    void provesEveryRecord() throws IOException, RejectedException {
        List<String> lines = Logs.lines(log);
        for (int seq = 0; seq < lines.size(); seq++) {
            LogProof proof = LogProof.parse(LogProver.prove(log, seq).bytes());

            Checkpoint checkpoint =
                    proof.verify(new TreeHasher().leaf(lines.get(seq).getBytes(UTF_8)), Logs.KEYS);

            assertThat(checkpoint.size()).isEqualTo(12);
        }
        ForgetfulFolder younger = log.copy().without(Logs.records(0));
        assertThat(LogProver.prove(younger, 6)).isEqualTo(LogProver.prove(log, 6));
        assertThatThrownBy(() -> LogProver.prove(younger, 3)).hasMessageContaining("no longer there");
        assertThatThrownBy(() -> LogProver.prove(log, 12)).hasMessageContaining("no record 12");
    }

    @Test
    void provesNothingOfADamagedLog() {
        byte[] changed = log.bytes(Logs.records(4)).clone();
        changed[180] ^= 1;

        assertThatThrownBy(() -> LogProver.prove(log.copy().set(Logs.records(4), changed), 2))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void readsNoCheckpointIntoATextThatIsNone() {
        SignedNote note = SignedNote.sign("no checkpoint\n", Logs.KEY);

        CheckpointFile file = CheckpointFile.parse((note + "\n").getBytes(UTF_8));

        assertThat(file.stored()).isEmpty();
        assertThat(file.endsWhole()).isTrue();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
