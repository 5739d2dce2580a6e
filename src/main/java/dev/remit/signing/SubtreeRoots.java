package dev.remit.signing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Computes the roots of some subtrees in one pass over the leaves, which may begin behind a frontier instead of at the
 * first leaf. Not for use by several threads at once.
 */
public final class SubtreeRoots {
    private final List<Part> inOrder = new ArrayList<>();
    private final List<Part> byPlace;
    private long next;
    private int at;

    private record Part(Subtree subtree, GrowingTree tree) {}

    /**
     * Begins behind a frontier.
     *
     * @param wanted subtrees that do not overlap
     * @param start the frontier of the leaves before the first one that is accepted
     * @throws RejectedException if a wanted subtree is within one of which the frontier has only the root
     */
    public SubtreeRoots(List<Subtree> wanted, Frontier start, TreeHasher hasher) throws RejectedException {
        for (Subtree subtree : wanted) {
            inOrder.add(new Part(subtree, new GrowingTree(hasher, within(subtree, start))));
        }
        byPlace = inOrder.stream()
                .sorted(Comparator.comparing(part -> part.subtree().from()))
                .toList();
        next = start.size();
    }

    /**
     * The part of a frontier within a subtree, which is a frontier too, since subtrees begin at multiples of their own
     * size.
     */
    private static Frontier within(Subtree subtree, Frontier start) throws RejectedException {
        List<Hash> hashes = new ArrayList<>();
        long covered = 0;
        long from = 0;
        int number = 0;
        for (long bits = start.size(); bits != 0; bits &= ~Long.highestOneBit(bits)) {
            long to = from + Long.highestOneBit(bits);
            if (from >= subtree.from() && to <= subtree.to()) {
                hashes.add(start.hashes().get(number));
                covered += to - from;
            }
            from = to;
            number++;
        }
        if (covered != Math.max(0, Math.min(subtree.to(), start.size()) - subtree.from())) {
            throw new RejectedException(
                    "the hashes of records " + subtree.from() + " to " + (subtree.to() - 1) + " are no longer there");
        }
        return new Frontier(covered, hashes);
    }

    /** Accepts the next leaf. */
    public void accept(Hash leaf) {
        while (at < byPlace.size() && next >= byPlace.get(at).subtree().to()) {
            at++;
        }
        if (at < byPlace.size() && next >= byPlace.get(at).subtree().from()) {
            byPlace.get(at).tree().append(leaf);
        }
        next++;
    }

    /** The roots, in the order in which they were requested; available once the last leaf they need was accepted. */
    public List<Hash> roots() {
        for (Part part : inOrder) {
            if (part.tree().size() != part.subtree().to() - part.subtree().from()) {
                throw new IllegalStateException("not all leaves of " + part.subtree() + " were taken");
            }
        }
        return inOrder.stream().map(part -> part.tree().root()).toList();
    }
}
