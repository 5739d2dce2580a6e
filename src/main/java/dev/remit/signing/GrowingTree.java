package dev.remit.signing;

import java.util.ArrayList;
import java.util.List;

/** A Merkle tree that stores only its frontier while leaves are added. Not for use by several threads at once. */
public final class GrowingTree {
    private final TreeHasher hasher;
    private final List<Hash> subtrees;
    private long size;

    /** The tree without leaves. */
    public GrowingTree(TreeHasher hasher) {
        this(hasher, Frontier.EMPTY);
    }

    /** A tree that continues from the frontier of another. */
    public GrowingTree(TreeHasher hasher, Frontier from) {
        this.hasher = hasher;
        this.size = from.size();
        this.subtrees = new ArrayList<>(from.hashes());
    }

    /** Adds a leaf at the right. */
    public void append(Hash leaf) {
        Hash subtree = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            subtree = hasher.node(subtrees.remove(subtrees.size() - 1), subtree);
        }
        subtrees.add(subtree);
        size++;
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** The present frontier. */
    public Frontier frontier() {
        return new Frontier(size, subtrees);
    }

    /** The present root. */
    public Hash root() {
        return frontier().root(hasher);
    }
}
