package dev.remit.record;

import dev.remit.signing.GrowingTree;
import dev.remit.signing.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the growing tree over the records with the roots in checkpoints. */
final class TreeComparison {
    private final Map<Long, List<CheckpointFile.Stored>> bySize;
    private final Set<Long> compared = new HashSet<>();
    private final List<Mismatch> mismatches = new ArrayList<>();
    private long covered;
    private boolean agreed;

    /** A checkpoint with another root, and the number of records that an earlier one confirmed. */
    private record Mismatch(CheckpointFile.Stored stored, long agreedUpTo, String file, boolean isMended) {}

    TreeComparison(List<CheckpointFile.Stored> counting) {
        bySize = CheckpointFile.bySize(counting);
    }

    void compare(GrowingTree tree, String file) {
        compare(tree, file, false);
    }

    /** Compares a tree in which the known changes were taken back; false if a checkpoint is over another. */
    boolean compareMended(GrowingTree tree, String file) {
        int before = mismatches.size();
        compare(tree, file, true);
        return mismatches.size() == before;
    }

    private void compare(GrowingTree tree, String file, boolean isMended) {
        List<CheckpointFile.Stored> due = bySize.get(tree.size());
        if (due == null || !compared.add(tree.size())) {
            return;
        }
        Hash root = tree.root();
        for (CheckpointFile.Stored stored : due) {
            if (stored.checkpoint().root().equals(root)) {
                covered = tree.size();
                agreed = true;
            } else {
                mismatches.add(new Mismatch(stored, covered, file, isMended));
            }
        }
    }

    /** The number of records that the newest confirming checkpoint covers. */
    long covered() {
        return covered;
    }

    /** The number of records that the newest checkpoint covers, even if they are missing. */
    long signed() {
        return bySize.keySet().stream().max(Long::compare).orElse(0L);
    }

    /** The number of checkpoints at sizes in a range for which the tree was unknown. */
    private long uncompared(long from, long to) {
        return bySize.keySet().stream()
                .filter(size -> size >= from && size <= to && !compared.contains(size))
                .count();
    }

    /** What is known of the records before the first damage. Hashes alone can be made anew by whoever changes a line. */
    String before(long first, long seq) {
        if (covered >= seq) {
            return "records before it are intact";
        }
        return covered > first
                ? Sentences.records(first, covered - 1) + " " + Sentences.are(first, covered - 1)
                        + " intact, and the others before it follow one another"
                : "records before it follow one another, and no checkpoint shows that they are intact";
    }

    /** What the checkpoints leave open about the records of a log. */
    List<String> remarks(long first, long size) {
        List<String> remarks = new ArrayList<>();
        if (first > 0) {
            remarks.add("the log begins with record " + Sentences.number(first)
                    + "; for those before it stands a frontier"
                    + (agreed ? ", for which a checkpoint vouches" : ", for which no checkpoint vouches"));
        }
        long from = Math.max(first, Math.max(covered, signed()));
        if (from < size) {
            remarks.add("no checkpoint covers " + Sentences.records(from, size - 1) + ": that "
                    + (from + 1 == size ? "it is" : "they are")
                    + " the latest, and unchanged as a whole, cannot be shown");
        }
        long uncompared = uncompared(first, size);
        if (uncompared > 0) {
            remarks.add((uncompared == 1 ? "1 checkpoint" : Sentences.number(uncompared) + " checkpoints")
                    + " could not be compared, since records before "
                    + (uncompared == 1 ? "it" : "them") + " are damaged or gone");
        }
        return remarks;
    }

    /**
     * The damage that only the tree shows: to the last line, or to several lines together with their hashes.
     *
     * @param first the first record that exists
     * @param size the number of records of the log
     * @param known the known damage, which shows in the tree as well
     */
    List<Finding> damage(long first, long size, List<Finding> known) {
        List<Finding> damage = new ArrayList<>();
        for (Mismatch mismatch : mismatches) {
            String place = mismatch.stored().place();
            long from = Math.max(first, mismatch.agreedUpTo());
            long last = mismatch.stored().checkpoint().size() - 1;
            boolean isKnown = known.stream().anyMatch(found -> found.seq() >= from && found.seq() <= last);
            if (isKnown && mismatch.isMended()) {
                damage.add(new Finding(
                        from,
                        mismatch.file(),
                        Sentences.records(from, last) + " are not those that " + place
                                + " is over: more were changed than the lines show"));
            }
            if (isKnown) {
                continue;
            }
            if (covered > last) {
                damage.add(new Finding(
                        last + 1,
                        CheckpointFile.NAME,
                        place + " does not fit the records, while a later one does: it was changed"));
            } else if (last + 1 == size) {
                damage.add(Finding.changed(Math.max(last, 0), mismatch.file())
                        .and(place + " is over another, or over other records since " + Sentences.number(from)));
            } else {
                damage.add(new Finding(
                        from,
                        mismatch.file(),
                        Sentences.records(from, last)
                                + " are not those that " + place
                                + " is over: some were changed, together with all that follow them"));
            }
        }
        return damage;
    }
}
