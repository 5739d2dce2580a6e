package dev.remit.record;

import dev.remit.signing.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Locates the changes in a file whose lines are not all chained.
 *
 * <p>Each line has its number and the hash of the line before it. If these contradict each other, the hash decides: it
 * can only be right if nothing it covers was changed. A line that follows its neighbour by hash therefore counts as the
 * next number, whatever number it has. If a line does not match the hash in the next line, the line was changed, unless
 * that hash is nearly right.
 */
final class DamageLocator {
    /**
     * The number of equal digits from which a hash counts as nearly right: hashes of different lines share about 4 of
     * 64.
     */
    private static final int NEARLY_ALL_DIGITS = 40;

    private static final long NONE = -1;

    private final Segment segment;
    private final List<Line> lines;
    private final Optional<Hash> before;
    private final Optional<Segment> previous;
    private final Optional<Long> end;

    /** The record number that each line counts as. */
    private final long[] counted;

    private final TreeMap<Long, Integer> chosen = new TreeMap<>();
    private final TreeSet<Integer> left = new TreeSet<>();
    private final Set<Long> changed = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private long size;

    /**
     * A line of the file.
     *
     * @param head its own head, if it is a record
     * @param hash its hash
     */
    record Line(Optional<RecordHead> head, Hash hash) {}

    /**
     * The damage to one file.
     *
     * @param findings the changes
     * @param size the number after its last record
     * @param last the hash of its last record, if that was not changed
     * @param leaves the hashes that its records had before some lines were changed, as the lines behind them say; empty if
     *     something else happened to the file, or some cannot be known
     */
    record Located(List<Finding> findings, long size, Optional<Hash> last, Optional<List<Hash>> leaves) {}

    private DamageLocator(
            Segment segment,
            List<Line> lines,
            Optional<Hash> before,
            Optional<Segment> previous,
            Optional<Segment> next) {
        this.segment = segment;
        this.lines = lines;
        this.before = before;
        this.previous = previous;
        this.end = next.map(Segment::first);
        counted = new long[lines.size()];
    }

    /**
     * Finds the damage.
     *
     * @param before the hash of the line before the first, if it is known
     * @param previous the file before this one
     * @param next the file after this one
     * @param after the hash of its last line, as the next file says it
     */
    static Located locate(
            Segment segment,
            List<Line> lines,
            Optional<Hash> before,
            Optional<Segment> previous,
            Optional<Segment> next,
            Optional<Hash> after) {
        DamageLocator locator = new DamageLocator(segment, lines, before, previous, next);
        locator.count();
        locator.choose();
        locator.compareNumbers();
        locator.compareOrder();
        locator.compareHashes();
        Optional<List<Hash>> leaves = locator.findings.isEmpty() ? locator.leaves(after) : Optional.empty();
        locator.changed.forEach(seq -> locator.findings.add(Finding.changed(seq, segment.name())));
        return new Located(locator.findings, locator.size, locator.last(), leaves);
    }

    private Optional<List<Hash>> leaves(Optional<Hash> after) {
        List<Hash> leaves = new ArrayList<>();
        for (long seq = segment.first(); seq < size; seq++) {
            Optional<Hash> leaf = changed.contains(seq) ? saidBehind(seq, after) : hash(seq);
            if (leaf.isEmpty()) {
                return Optional.empty();
            }
            leaves.add(leaf.get());
        }
        return Optional.of(leaves);
    }

    private Optional<Hash> hash(long seq) {
        return Optional.ofNullable(chosen.get(seq)).map(line -> lines.get(line).hash());
    }

    /** The hash of a record, as the record behind it says it. */
    private Optional<Hash> saidBehind(long seq, Optional<Hash> after) {
        if (seq + 1 == size) {
            return after;
        }
        return changed.contains(seq + 1)
                ? Optional.empty()
                : Optional.ofNullable(chosen.get(seq + 1)).map(this::prev);
    }

    private Optional<Hash> last() {
        Integer line = changed.contains(size - 1) ? null : chosen.get(size - 1);
        return Optional.ofNullable(line).map(number -> lines.get(number).hash());
    }

    private void count() {
        for (int line = 0; line < counted.length; line++) {
            counted[line] = count(line);
        }
    }

    private long count(int line) {
        if (lines.get(line).head().isEmpty()) {
            return NONE;
        }
        RecordHead head = lines.get(line).head().get();
        long due = line == 0 ? segment.first() : counted[line - 1] == NONE ? NONE : counted[line - 1] + 1;
        Optional<Hash> prev =
                line == 0 ? before : Optional.of(lines.get(line - 1).hash());
        if (due != NONE && prev.filter(head.prev()::equals).isPresent()) {
            if (head.seq() != due) {
                changed.add(due);
            }
            return due;
        }
        boolean isOutside = head.seq() < segment.first()
                || end.filter(last -> head.seq() >= last).isPresent();
        boolean isInPlaceOfOne = due != NONE && head.seq() != due && saidAfter(line) == due + 1;
        return isOutside || isInPlaceOfOne ? NONE : head.seq();
    }

    private long saidAfter(int line) {
        return line + 1 < lines.size()
                ? lines.get(line + 1).head().map(RecordHead::seq).orElse(NONE)
                : end.orElse(NONE);
    }

    /** Chooses among lines that count as the same record the one whose hash the next record has. */
    private void choose() {
        Map<Long, List<Integer>> candidates = new TreeMap<>();
        for (int line = 0; line < counted.length; line++) {
            if (counted[line] == NONE) {
                left.add(line);
            } else {
                candidates
                        .computeIfAbsent(counted[line], unused -> new ArrayList<>())
                        .add(line);
            }
        }
        candidates.forEach((seq, same) -> {
            List<Integer> known = same.stream()
                    .filter(line -> candidates.getOrDefault(seq + 1, List.of()).stream()
                            .anyMatch(next -> prev(next).equals(lines.get(line).hash())))
                    .toList();
            List<Integer> best = known.isEmpty() ? same : known;
            int one = best.stream()
                    .filter(line -> line == 0 || counted[line - 1] == seq - 1)
                    .findFirst()
                    .orElse(best.get(0));
            chosen.put(seq, one);
            for (int other : same) {
                if (other != one
                        && lines.get(other).hash().equals(lines.get(one).hash())) {
                    findings.add(new Finding(
                            seq,
                            segment.name(),
                            "record " + Sentences.number(seq) + " in " + segment.name() + " stands twice, on lines "
                                    + Sentences.number(Math.min(one, other) + 1) + " and "
                                    + Sentences.number(Math.max(one, other) + 1)));
                } else if (other != one) {
                    left.add(other);
                }
            }
        });
    }

    private Hash prev(int line) {
        return lines.get(line).head().orElseThrow().prev();
    }

    /** Reports numbers without a line, and lines without a number. */
    private void compareNumbers() {
        long due = segment.first();
        int after = -1;
        for (Map.Entry<Long, Integer> next : chosen.entrySet()) {
            compareGap(due, next.getKey(), after, next.getValue());
            due = next.getKey() + 1;
            after = next.getValue();
        }
        size = end.orElse(due + left.tailSet(after, false).size());
        compareGap(due, size, after, lines.size());
        for (int line : left) {
            Integer above = chosen.values().stream()
                    .filter(other -> other < line)
                    .max(Integer::compare)
                    .orElse(-1);
            long seq = above < 0 ? segment.first() : counted[above] + 1;
            findings.add(new Finding(
                    seq,
                    segment.name(),
                    "line " + Sentences.number(line + 1L) + " of " + segment.name() + " was inserted, before record "
                            + Sentences.number(seq)));
        }
    }

    private void compareGap(long from, long to, int after, int before) {
        long seq = from;
        while (seq < to) {
            Integer line = left.higher(after);
            if (line == null || line >= before) {
                findings.add(Finding.missing(seq, to - 1, segment.name()));
                return;
            }
            left.remove(line);
            changed.add(seq);
            seq++;
        }
    }

    private void compareOrder() {
        Map<Integer, Long> byLine = new TreeMap<>();
        chosen.forEach((seq, line) -> byLine.put(line, seq));
        long highest = NONE;
        for (long seq : byLine.values()) {
            if (seq < highest) {
                findings.add(new Finding(
                        seq,
                        segment.name(),
                        "record " + Sentences.number(seq) + " in " + segment.name() + " stands after record "
                                + Sentences.number(highest)));
            }
            highest = Math.max(highest, seq);
        }
    }

    private void compareHashes() {
        compareFirstHash();
        for (Map.Entry<Long, Integer> one : chosen.entrySet()) {
            long seq = one.getKey();
            Integer next = chosen.get(seq + 1);
            if (next == null || changed.contains(seq) || changed.contains(seq + 1)) {
                continue;
            }
            Hash hash = lines.get(one.getValue()).hash();
            if (!prev(next).equals(hash)) {
                changed.add(isNearly(prev(next), hash) ? seq + 1 : seq);
            }
        }
    }

    private void compareFirstHash() {
        Integer line = chosen.get(segment.first());
        if (line == null || before.isEmpty() || prev(line).equals(before.get()) || changed.contains(segment.first())) {
            return;
        }
        if (previous.isEmpty() || isNearly(prev(line), before.get())) {
            changed.add(segment.first());
        } else {
            findings.add(Finding.changed(segment.first() - 1, previous.get().name()));
        }
    }

    private static boolean isNearly(Hash said, Hash hash) {
        String one = said.hex();
        String other = hash.hex();
        int same = 0;
        for (int i = 0; i < one.length(); i++) {
            same += one.charAt(i) == other.charAt(i) ? 1 : 0;
        }
        return same >= NEARLY_ALL_DIGITS;
    }
}
