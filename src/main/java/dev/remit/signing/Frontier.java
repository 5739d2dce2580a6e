package dev.remit.signing;

import java.util.List;

/**
 * The roots of the largest complete subtrees of a tree, from left to right: enough to add leaves and to compute its
 * root. A tree of any size has at most 64.
 *
 * @param size the number of leaves of the tree
 * @param hashes one for each bit that is set in the size, the largest subtree first
 */
public record Frontier(long size, List<Hash> hashes) {
    /** The frontier of the tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        hashes = List.copyOf(hashes);
        if (size < 0 || hashes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has not " + hashes.size() + " whole subtrees");
        }
    }

    /** The root of the tree. */
    public Hash root(TreeHasher hasher) {
        if (hashes.isEmpty()) {
            return TreeHasher.EMPTY;
        }
        Hash root = hashes.get(hashes.size() - 1);
        for (int i = hashes.size() - 2; i >= 0; i--) {
            root = hasher.node(hashes.get(i), root);
        }
        return root;
    }
}
