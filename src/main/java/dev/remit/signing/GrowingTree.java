package dev.remit.signing;

import java.util.ArrayList;
import java.util.List;

/** A Merkle tree of which only the frontier is kept while leaves are added. Not for use by several threads at once. */
public final class GrowingTree {
    private final TreeHasher hasher;
    private final List<Hash> subtrees;
    private long size;

    /** The tree without leaves. */
    public GrowingTree(TreeHasher hasher) {
        this(hasher, Frontier.EMPTY);
    }

    /** A tree that goes on where another stopped. */
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

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /** The frontier as it is now. */
    public Frontier frontier() {
        return new Frontier(size, subtrees);
    }

    /** The root as it is now. */
    public Hash root() {
        return frontier().root(hasher);
    }
}
