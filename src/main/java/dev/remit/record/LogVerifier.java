package dev.remit.record;

import dev.remit.analyze.Progress;
import dev.remit.signing.Frontier;
import dev.remit.signing.GrowingTree;
import dev.remit.signing.Hash;
import dev.remit.signing.RejectedException;
import dev.remit.signing.TreeHasher;
import dev.remit.signing.VerifierKey;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Checks a log: each line against the one before it, the tree over all of them against the checkpoints and the frontiers. The
 * checkpoints are read first, so that a log that grows meanwhile passes.
 */
final class LogVerifier {
    private final LogFolder folder;
    private final TreeHasher hasher = new TreeHasher();
    private final TreeComparison comparison;
    private final List<Finding> damage = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** The tree so far. Empty if damage leaves it unknown, until the frontier of the next file. */
    private Optional<GrowingTree> tree = Optional.empty();

    private Optional<Hash> last = Optional.empty();
    private long size;
    private String latest = "";
    private long timesSetBack;
    private long firstSetBack;
    private int unended;
    private final OrderlyStops stops;

    private LogVerifier(LogFolder folder, TreeComparison comparison, OrderlyStops stops) {
        this.folder = folder;
        this.comparison = comparison;
        this.stops = stops;
    }

    /**
     * Checks a log.
     *
     * @param keys the keys whose checkpoints count; if there are none, those of all keys do, unchecked
     * @param elsewhere checkpoints of this log that were kept elsewhere
     */
    static Verification verify(LogFolder folder, List<VerifierKey> keys, List<CheckpointFile.Stored> elsewhere)
            throws IOException {
        return verify(folder, keys, elsewhere, Progress.UNHEARD);
    }

    /** Checks a log, and calls the progress with the number of files that are done. */
    static Verification verify(
            LogFolder folder, List<VerifierKey> keys, List<CheckpointFile.Stored> elsewhere, Progress progress)
            throws IOException {
        CheckpointFile file = CheckpointFile.read(folder);
        SignatureCheck signatures = SignatureCheck.of(file.stored(), elsewhere, keys);
        LogVerifier verifier = new LogVerifier(
                folder, new TreeComparison(signatures.counting()), new OrderlyStops(folder, file.stored()));
        verifier.damage.addAll(signatures.damage());
        verifier.remarks.addAll(signatures.remarks());
        verifier.judgeRest(file);
        return verifier.verify(progress);
    }

    private void judgeRest(CheckpointFile file) {
        if (file.isDamagedInside() || file.endsWhole()) {
            int number = file.stored().size() + 1;
            damage.add(new Finding(
                    0, CheckpointFile.NAME, "checkpoint " + number + " in " + CheckpointFile.NAME + " was changed"));
        } else if (file.rest().length > 0) {
            remarks.add(Sentences.number(file.rest().length) + " bytes stand behind the last whole checkpoint");
        }
    }

    private Verification verify(Progress progress) throws IOException {
        List<Segment> segments = Segment.in(folder);
        for (int i = 0; i < segments.size(); i++) {
            progress.at(i, segments.size());
            Optional<Segment> previous = i == 0 ? Optional.empty() : Optional.of(segments.get(i - 1));
            Optional<Segment> next = i + 1 == segments.size() ? Optional.empty() : Optional.of(segments.get(i + 1));
            begin(segments.get(i), previous);
            check(segments.get(i), previous, next);
        }
        progress.at(1, 1);
        long first = segments.isEmpty() ? 0 : segments.get(0).first();
        damage.addAll(comparison.damage(first, size, List.copyOf(damage)));
        stops.damage().ifPresent(damage::add);
        judgeEnd(
                segments.isEmpty()
                        ? "the folder"
                        : segments.get(segments.size() - 1).name());
        remark(first);
        return new Verification(first, size, comparison.covered(), inOrder(first), remarks);
    }

    /** The findings in order, without duplicates from both sides of a border between files. */
    private List<Finding> inOrder(long first) {
        List<Finding> sorted = new ArrayList<>(
                damage.stream().distinct().sorted(Finding.BY_PLACE).toList());
        if (!sorted.isEmpty()
                && sorted.get(0).seq() > first
                && size > 0
                && !sorted.get(0).isOfCheckpoints()) {
            sorted.set(
                    0, sorted.get(0).and(comparison.before(first, sorted.get(0).seq())));
        }
        return sorted;
    }

    /** Compares the state so far with the name of the next file and the frontier beside it. */
    private void begin(Segment segment, Optional<Segment> previous) throws IOException {
        if (previous.isEmpty()) {
            last = segment.first() == 0 ? Optional.of(Hash.ZERO) : Optional.empty();
            tree = segment.first() == 0 ? Optional.of(new GrowingTree(hasher)) : Optional.empty();
        } else if (size != segment.first()) {
            damage.add(
                    size < segment.first()
                            ? Finding.missing(
                                    size, segment.first() - 1, previous.get().name())
                            : new Finding(
                                    segment.first(),
                                    segment.name(),
                                    segment.name() + " begins within "
                                            + previous.get().name()));
            last = Optional.empty();
            tree = Optional.empty();
        }
        size = segment.first();
        Optional<Frontier> said = saidFrontier(segment);
        if (tree.isEmpty()) {
            tree = said.map(frontier -> new GrowingTree(hasher, frontier));
        } else if (said.isPresent() && !said.get().equals(tree.get().frontier())) {
            damage.add(new Finding(
                    segment.first(),
                    segment.frontierName(),
                    segment.frontierName() + " is not the frontier of the records before it"));
        }
    }

    private Optional<Frontier> saidFrontier(Segment segment) throws IOException {
        try {
            if (folder.names().contains(segment.frontierName())) {
                return Optional.of(segment.frontier(folder));
            }
            if (segment.first() > 0) {
                damage.add(
                        new Finding(segment.first(), segment.frontierName(), segment.frontierName() + " is missing"));
            }
        } catch (RejectedException malformed) {
            damage.add(new Finding(
                    segment.first(),
                    segment.frontierName(),
                    segment.frontierName() + " was changed: " + malformed.getMessage()));
        }
        return Optional.empty();
    }

    private void check(Segment segment, Optional<Segment> previous, Optional<Segment> next) throws IOException {
        Optional<Hash> before = last;
        Optional<Frontier> start = tree.map(GrowingTree::frontier);
        boolean isSound;
        try (LineReader lines = segment.lines(folder)) {
            isSound = follows(lines, segment, next.isEmpty());
        } catch (ZipException | EOFException | LogException unreadable) {
            damage.add(unreadable(segment, unreadable));
            size = next.map(Segment::first).orElse(size);
            tree = Optional.empty();
            last = Optional.empty();
            return;
        }
        if (!isSound) {
            locate(segment, before, start, previous, next);
        }
    }

    private Finding unreadable(Segment segment, IOException unreadable) {
        return new Finding(
                size, segment.name(), segment.name() + " cannot be read to its end: " + unreadable.getMessage());
    }

    /** Whether each line follows the one before it; stops at the first that does not. */
    private boolean follows(LineReader lines, Segment segment, boolean isLast) throws IOException {
        tree.ifPresent(grown -> comparison.compare(grown, segment.name()));
        while (lines.next()) {
            Optional<RecordHead> head = RecordHead.parse(lines.buffer(), lines.from(), lines.length());
            if (head.isEmpty()
                    || head.get().seq() != size
                    || (last.isPresent() && !last.get().equals(head.get().prev()))) {
                return false;
            }
            noteTime(head.get());
            stops.note(head.get(), lines);
            Hash leaf = hasher.leaf(lines.buffer(), lines.from(), lines.length());
            last = Optional.of(leaf);
            size++;
            if (tree.isPresent()) {
                tree.get().append(leaf);
                comparison.compare(tree.get(), segment.name());
            }
        }
        unended = lines.rest().length;
        return isLast || unended == 0;
    }

    /** Notes the time of a record. Times sort by their text. */
    private void noteTime(RecordHead head) {
        if (head.at().compareTo(latest) < 0) {
            firstSetBack = timesSetBack == 0 ? head.seq() : firstSetBack;
            timesSetBack++;
        }
        latest = head.at();
    }

    private void locate(
            Segment segment,
            Optional<Hash> before,
            Optional<Frontier> start,
            Optional<Segment> previous,
            Optional<Segment> next)
            throws IOException {
        List<DamageLocator.Line> all = new ArrayList<>();
        try (LineReader lines = segment.lines(folder)) {
            while (lines.next()) {
                all.add(new DamageLocator.Line(
                        RecordHead.parse(lines.buffer(), lines.from(), lines.length()),
                        hasher.leaf(lines.buffer(), lines.from(), lines.length())));
            }
            unended = lines.rest().length;
            if (unended > 0 && next.isPresent()) {
                all.add(new DamageLocator.Line(Optional.empty(), hasher.leaf(lines.rest())));
            }
        } catch (ZipException | EOFException | LogException unreadable) {
            damage.add(unreadable(segment, unreadable));
        }
        Optional<Hash> after = next.isPresent() ? firstPrev(next.get()) : Optional.empty();
        DamageLocator.Located located = DamageLocator.locate(segment, all, before, previous, next, after);
        damage.addAll(located.findings());
        if (located.findings().isEmpty()) {
            damage.add(Finding.changed(size, segment.name()));
        }
        size = located.size();
        tree = start.flatMap(frontier -> located.leaves().flatMap(leaves -> grown(frontier, leaves, segment)));
        last = located.last();
    }

    private Optional<Hash> firstPrev(Segment segment) throws IOException {
        try (LineReader lines = segment.lines(folder)) {
            return lines.next()
                    ? RecordHead.parse(lines.buffer(), lines.from(), lines.length())
                            .map(RecordHead::prev)
                    : Optional.empty();
        } catch (ZipException | EOFException | LogException unreadable) {
            return Optional.empty();
        }
    }

    /** The tree as it was before lines were changed: if a checkpoint is over it, no other line was. */
    private Optional<GrowingTree> grown(Frontier start, List<Hash> leaves, Segment segment) {
        GrowingTree grown = new GrowingTree(hasher, start);
        for (Hash leaf : leaves) {
            grown.append(leaf);
            if (!comparison.compareMended(grown, segment.name())) {
                return Optional.empty();
            }
        }
        return Optional.of(grown);
    }

    private void judgeEnd(String file) {
        long signed = comparison.signed();
        if (signed > size) {
            damage.add(Finding.missing(size, signed - 1, file)
                    .and("a checkpoint covers " + Sentences.number(signed) + " records"));
        } else if (unended > 0) {
            remarks.add(Sentences.number(unended) + " bytes stand behind the last whole line of " + file
                    + ", and no checkpoint covers them");
        }
    }

    private void remark(long first) {
        stops.remark().ifPresent(remarks::add);
        remarks.addAll(comparison.remarks(first, size));
        if (timesSetBack > 0) {
            remarks.add("the clock was set back "
                    + (timesSetBack == 1 ? "once" : Sentences.number(timesSetBack) + " times")
                    + ", first before record "
                    + Sentences.number(firstSetBack));
        }
    }
}
