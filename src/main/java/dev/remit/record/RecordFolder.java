package dev.remit.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.analyze.Progress;
import dev.remit.signing.RejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log of decisions, for reading: the check whether it was changed, proofs, and the records themselves. Immutable. */
public final class RecordFolder {
    private final LogFolder folder;

    RecordFolder(LogFolder folder) {
        this.folder = folder;
    }

    /**
     * The log in a folder, or in one of its files.
     *
     * @throws LogException if there is no such folder or file
     */
    public static RecordFolder at(Path path) throws LogException {
        if (Files.isDirectory(path)) {
            return new RecordFolder(DiskFolder.reading(path));
        }
        if (Files.isRegularFile(path) && Segment.parse(name(path)).isPresent()) {
            return new RecordFolder(new OneFile(path.toAbsolutePath()));
        }
        throw new LogException(
                Files.exists(path)
                        ? "`" + path + "` is neither a folder of records nor a file of one, such as `"
                                + Segment.starting(0).name() + "`"
                        : "there is no folder or file `" + path + "`");
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    /** A record as it stands in the log. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Handles one record.
         *
         * @param seq its number
         * @param kind its kind
         * @param line its line, without the line end
         */
        void record(long seq, String kind, String line);
    }

    /** Whether anything of a log is there. */
    public boolean isLog() throws IOException {
        return folder.names().stream()
                .anyMatch(name -> Segment.parse(name).isPresent() || name.equals(CheckpointFile.NAME));
    }

    /**
     * Visits the records in order.
     *
     * @throws LogException if a line is not the expected record; those before it were visited
     */
    public void visit(Visitor visitor) throws IOException {
        visit(Progress.UNHEARD, visitor);
    }

    /**
     * Visits the records in order.
     *
     * @param progress is called with how far the work has come
     * @throws LogException if a line is not the expected record; those before it were visited
     */
    public void visit(Progress progress, Visitor visitor) throws IOException {
        LogReader.visit(
                folder,
                0,
                progress,
                (head, buffer, from, length) ->
                        visitor.record(head.seq(), head.kind(), new String(buffer, from, length, UTF_8)));
    }

    LogFolder folder() {
        return folder;
    }

    /**
     * Finds every change of the log that shows.
     *
     * @param keys the files of the public keys whose checkpoints count; none for all checkpoints, unchecked
     * @param checkpoints files of checkpoints of this log that were kept elsewhere
     * @throws LogException if a file holds no key or no checkpoint
     */
    public Verification verify(List<Path> keys, List<Path> checkpoints) throws IOException {
        return verify(keys, checkpoints, Progress.UNHEARD);
    }

    /**
     * Finds every change of the log that shows.
     *
     * @param keys the files of the public keys whose checkpoints count; none for all checkpoints, unchecked
     * @param checkpoints files of checkpoints of this log that were kept elsewhere
     * @param progress is called with how far the work has come
     * @throws LogException if a file holds no key or no checkpoint
     */
    public Verification verify(List<Path> keys, List<Path> checkpoints, Progress progress) throws IOException {
        List<CheckpointFile.Stored> elsewhere = new ArrayList<>();
        for (Path file : checkpoints) {
            elsewhere.addAll(stored(file));
        }
        return LogVerifier.verify(folder, LogKeys.verifiers(keys), elsewhere, progress);
    }

    private static List<CheckpointFile.Stored> stored(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new LogException("there is no file `" + file + "`");
        }
        byte[] bytes = Files.readAllBytes(file);
        CheckpointFile several = CheckpointFile.parse(bytes);
        if (!several.stored().isEmpty() && several.rest().length == 0) {
            return several.stored().stream()
                    .map(each ->
                            new CheckpointFile.Stored("a checkpoint in `" + file + "`", each.note(), each.checkpoint()))
                    .toList();
        }
        try {
            return List.of(CheckpointFile.Stored.parse("the checkpoint in `" + file + "`", bytes));
        } catch (RejectedException noCheckpoint) {
            throw new LogException("`" + file + "` holds no checkpoint: " + noCheckpoint.getMessage(), noCheckpoint);
        }
    }

    /** The signed checkpoint that covers the most records, as a whole note; empty if there is none. */
    public Optional<String> newestCheckpoint() throws IOException {
        return CheckpointFile.read(folder)
                .newest()
                .map(each -> new String(each.note().bytes(), UTF_8));
    }

    /**
     * Proves that a record is in the log, for whoever has its line and the log's public key (C2SP tlog-proof).
     *
     * @throws LogException if no checkpoint covers the record, it no longer exists, or the log is damaged
     */
    public String prove(long seq) throws IOException {
        return LogProver.prove(folder, seq).toString();
    }

    /**
     * The pseudonyms that a person has in logs, one for each of the keys in a file.
     *
     * @throws LogException if the file holds no such keys
     */
    public static List<String> pseudonyms(Path subjectKeys, String person) throws IOException {
        return LogKeys.pseudonyms(subjectKeys, person);
    }
}
