package dev.remit.record;

import dev.remit.signing.Frontier;
import dev.remit.signing.Hash;
import dev.remit.signing.InclusionProof;
import dev.remit.signing.LogProof;
import dev.remit.signing.RejectedException;
import dev.remit.signing.Subtree;
import dev.remit.signing.SubtreeRoots;
import dev.remit.signing.TreeHasher;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves that a record is in a log, for those who have the record and the log's key. */
final class LogProver {
    private LogProver() {}

    /**
     * The proof of a record against the newest checkpoint. Only a proof that holds is returned.
     *
     * @throws LogException if no checkpoint covers the record, it no longer exists, or the log is damaged
     */
    static LogProof prove(LogFolder folder, long seq) throws IOException {
        CheckpointFile.Stored newest = CheckpointFile.read(folder)
                .newest()
                .orElseThrow(() -> new LogException("the log has no checkpoint, so that nothing can be proved"));
        long size = newest.checkpoint().size();
        if (seq < 0 || seq >= size) {
            throw new LogException(
                    isThere(folder, seq)
                            ? "the newest checkpoint covers " + Sentences.number(size) + " records, and not record "
                                    + Sentences.number(seq)
                                    + " yet: the next is signed when the log stops in order, if not before"
                            : "the log has no record " + Sentences.number(seq));
        }
        Frontier start = start(folder, seq);
        TreeHasher hasher = new TreeHasher();
        try {
            SubtreeRoots roots = new SubtreeRoots(Subtree.ofInclusion(seq, size), start, hasher);
            List<Hash> leaf = new ArrayList<>();
            LogReader.visit(folder, 0, (head, buffer, from, length) -> {
                if (head.seq() < size) {
                    Hash hash = hasher.leaf(buffer, from, length);
                    roots.accept(hash);
                    if (head.seq() == seq) {
                        leaf.add(hash);
                    }
                }
            });
            LogProof proof = new LogProof(Optional.empty(), seq, roots.roots(), newest.note());
            if (!new InclusionProof(seq, size, proof.path())
                    .proves(leaf.get(0), newest.checkpoint().root())) {
                throw new LogException("the log is damaged: its newest checkpoint is over other records");
            }
            return proof;
        } catch (RejectedException | IllegalStateException gone) {
            throw new LogException("record " + Sentences.number(seq) + " cannot be proved: " + gone.getMessage(), gone);
        }
    }

    private static boolean isThere(LogFolder folder, long seq) throws IOException {
        long[] last = {-1};
        LogReader.visit(folder, Math.max(0, seq), (head, buffer, from, length) -> last[0] = head.seq());
        return seq >= 0 && seq <= last[0];
    }

    private static Frontier start(LogFolder folder, long seq) throws IOException {
        List<Segment> segments = Segment.in(folder);
        if (segments.isEmpty() || segments.get(0).first() > seq) {
            throw new LogException("record " + Sentences.number(seq) + " is no longer there");
        }
        try {
            return segments.get(0).first() == 0
                    ? Frontier.EMPTY
                    : segments.get(0).frontier(folder);
        } catch (NoSuchFileException missing) {
            throw new LogException(
                    segments.get(0).frontierName() + " is missing, so that nothing behind it can be proved", missing);
        } catch (RejectedException malformed) {
            throw new LogException(
                    segments.get(0).frontierName() + " cannot be used: " + malformed.getMessage(), malformed);
        }
    }
}
