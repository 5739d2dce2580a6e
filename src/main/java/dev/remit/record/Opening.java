package dev.remit.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.signing.Checkpoint;
import dev.remit.signing.Frontier;
import dev.remit.signing.GrowingTree;
import dev.remit.signing.Hash;
import dev.remit.signing.RejectedException;
import dev.remit.signing.TreeHasher;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Opens a log: finds the state from which it continues, and puts aside the bytes that an interrupted write left.
 *
 * <p>The last file is checked from its first line; earlier files were forced before it was begun. Lines that do not
 * chain are put aside only if no checkpoint covers them: their append may never have returned. Signed records must
 * exist: a log that lacks them is refused.
 */
final class Opening {
    /** The kind of records that name torn files. */
    private static final String RECOVERED = "recovered";

    private final LogFolder folder;
    private final CheckpointFile checkpoints;
    private final Map<Long, List<CheckpointFile.Stored>> bySize;
    private final TreeHasher hasher = new TreeHasher();

    private GrowingTree tree = new GrowingTree(hasher);
    private Hash last = Hash.ZERO;
    private final StringBuilder recovered = new StringBuilder();

    private Opening(LogFolder folder, CheckpointFile checkpoints) {
        this.folder = folder;
        this.checkpoints = checkpoints;
        bySize = CheckpointFile.bySize(checkpoints.stored());
    }

    /** Opens a log of which the caller holds the lock. */
    static OpenedLog open(LogFolder folder) throws IOException {
        folder.forceNames();
        return new Opening(folder, CheckpointFile.read(folder)).open();
    }

    private OpenedLog open() throws IOException {
        List<Segment> segments = Segment.in(folder);
        Optional<Segment> newest =
                segments.isEmpty() ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
        Optional<Segment> goesOn = Optional.empty();
        long fileBytes = 0;
        if (newest.isPresent()) {
            Segment segment = newest.get();
            if (segments.size() > 1) {
                last = lastHash(segments.get(segments.size() - 2));
            }
            tree = new GrowingTree(hasher, frontier(segment));
            fileBytes = check(segment, segments.size() > 1 || segment.first() == 0);
            refuseMissing();
            putAside(segment, fileBytes);
            goesOn = segment.isPacked() || fileBytes == 0 ? Optional.empty() : newest;
        } else {
            refuseMissing();
        }
        putAsideCheckpoints();
        return new OpenedLog(
                tree.frontier(),
                last,
                goesOn,
                goesOn.isPresent() ? fileBytes : 0,
                checkpoints
                        .newest()
                        .map(newestOne -> newestOne.checkpoint().size())
                        .orElse(0L),
                unrecorded(segments));
    }

    private Frontier frontier(Segment segment) throws IOException {
        if (segment.first() == 0) {
            return Frontier.EMPTY;
        }
        try {
            return segment.frontier(folder);
        } catch (RejectedException | IOException unusable) {
            throw new LogException(
                    segment.frontierName() + " cannot be used, so that the log cannot go on: " + unusable.getMessage(),
                    unusable);
        }
    }

    /** The hash of the last line of a file that was closed. */
    private Hash lastHash(Segment segment) throws IOException {
        byte[] line = new byte[0];
        int length = 0;
        try (LineReader lines = segment.lines(folder)) {
            while (lines.next()) {
                length = lines.length();
                if (line.length < length) {
                    line = new byte[2 * length];
                }
                System.arraycopy(lines.buffer(), lines.from(), line, 0, length);
            }
        }
        return hasher.leaf(line, 0, length);
    }

    /** Reads the lines of the last file as far as they chain; returns the number of their bytes. */
    private long check(Segment segment, boolean isBeforeKnown) throws IOException {
        refuseOtherTree();
        try (LineReader lines = segment.lines(folder)) {
            while (lines.next()) {
                Optional<RecordHead> head = RecordHead.parse(lines.buffer(), lines.from(), lines.length());
                boolean isFirst = tree.size() == segment.first();
                if (head.isEmpty()
                        || head.get().seq() != tree.size()
                        || ((!isFirst || isBeforeKnown) && !head.get().prev().equals(last))) {
                    return endOfIntact(segment, lines);
                }
                if (head.get().kind().equals(RECOVERED)) {
                    recovered
                            .append(new String(lines.buffer(), lines.from(), lines.length(), UTF_8))
                            .append('\n');
                }
                last = hasher.leaf(lines.buffer(), lines.from(), lines.length());
                tree.append(last);
                refuseOtherTree();
            }
            return lines.rest().length == 0 ? lines.offset() : endOfIntact(segment, lines);
        }
    }

    /** The end of the intact lines. A packed file was closed before it was packed, so nothing in it can be torn. */
    private static long endOfIntact(Segment segment, LineReader lines) throws LogException {
        if (segment.isPacked()) {
            throw new LogException("the lines of " + segment.name() + " do not all follow one another");
        }
        return lines.offset();
    }

    /** Refuses a log if a checkpoint of the present number of records has another root. */
    private void refuseOtherTree() throws LogException {
        for (CheckpointFile.Stored stored : bySize.getOrDefault(tree.size(), List.of())) {
            Checkpoint checkpoint = stored.checkpoint();
            if (!checkpoint.root().equals(tree.root())) {
                throw new LogException(stored.place() + " covers " + Sentences.number(checkpoint.size())
                        + " records, and they are not those of the log");
            }
        }
    }

    /** Refuses a log that lacks signed records. */
    private void refuseMissing() throws LogException {
        long signed =
                checkpoints.newest().map(newest -> newest.checkpoint().size()).orElse(0L);
        if (signed > tree.size()) {
            throw new LogException("a checkpoint covers " + Sentences.number(signed) + " records, and only "
                    + Sentences.number(tree.size()) + " follow one another in the log");
        }
    }

    private void putAside(Segment segment, long intact) throws IOException {
        boolean isWhole = segment.isPacked() || folder.size(segment.name()) == intact;
        if (!isWhole) {
            refuseUnknownBefore(segment, intact);
            putAside(TornFile.RECORDS, bytes(segment, intact));
        }
        if (intact == 0) {
            folder.remove(segment.name());
        } else if (!isWhole) {
            folder.cut(segment.name(), intact);
        }
    }

    private byte[] bytes(Segment segment, long from) throws IOException {
        try (InputStream in = folder.read(segment.name())) {
            in.skipNBytes(from);
            return in.readAllBytes();
        }
    }

    /**
     * Refuses a log without the first line of its last file and without the file before, since the hash before the next
     * record is unknown.
     */
    private void refuseUnknownBefore(Segment segment, long intact) throws LogException {
        if (intact == 0 && segment.first() > 0 && last.equals(Hash.ZERO)) {
            throw new LogException(segment.name() + " begins with no record, and the file before it is gone");
        }
    }

    private void putAsideCheckpoints() throws IOException {
        if (checkpoints.rest().length == 0) {
            return;
        }
        if (checkpoints.isDamagedInside()) {
            throw new LogException("checkpoint " + (checkpoints.stored().size() + 1) + " in " + CheckpointFile.NAME
                    + " was changed, and others stand behind it");
        }
        putAside(TornFile.CHECKPOINTS, checkpoints.rest());
        folder.cut(CheckpointFile.NAME, checkpoints.length());
    }

    private void putAside(String of, byte[] bytes) throws IOException {
        SortedSet<String> names = folder.names();
        int number = 1;
        TornFile torn = TornFile.numbered(of, tree.size(), number);
        while (names.contains(torn.name())) {
            number++;
            torn = TornFile.numbered(of, tree.size(), number);
        }
        folder.put(torn.name(), bytes);
    }

    /** The torn files that no record names: new ones, and those whose record was never written or was itself torn. */
    private List<TornFile> unrecorded(List<Segment> segments) throws IOException {
        List<TornFile> unrecorded = new ArrayList<>();
        for (String name : folder.names()) {
            Optional<TornFile> torn = TornFile.parse(name);
            if (torn.isPresent() && !isRecorded(torn.get(), segments)) {
                unrecorded.add(torn.get());
            }
        }
        return unrecorded;
    }

    /**
     * Whether a record names a torn file. The record of a file torn before the first existing record counts as removed
     * with others.
     */
    private boolean isRecorded(TornFile torn, List<Segment> segments) throws IOException {
        String named = "\"" + torn.name() + "\"";
        if (recovered.indexOf(named) >= 0) {
            return true;
        }
        for (int i = 0; i + 1 < segments.size(); i++) {
            if (segments.get(i + 1).first() > torn.seq() && isNamed(named, segments.get(i))) {
                return true;
            }
        }
        return !segments.isEmpty() && segments.get(0).first() > torn.seq();
    }

    private boolean isNamed(String named, Segment segment) throws IOException {
        try (LineReader lines = segment.lines(folder)) {
            while (lines.next()) {
                Optional<RecordHead> head = RecordHead.parse(lines.buffer(), lines.from(), lines.length());
                if (head.filter(record -> record.kind().equals(RECOVERED)).isPresent()
                        && new String(lines.buffer(), lines.from(), lines.length(), UTF_8).contains(named)) {
                    return true;
                }
            }
            return false;
        }
    }
}
