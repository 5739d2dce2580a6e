package dev.remit.signing;

import java.util.List;

/**
 * A proof that a leaf is in a tree (RFC 6962, section 2.1.1).
 *
 * @param index the number of the leaf, from 0
 * @param size the number of leaves of the tree
 * @param path the roots of {@link Subtree#ofInclusion}, in that order
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has none with index " + index);
        }
    }

    /** Whether the leaf is in the tree with this root (RFC 9162, section 2.1.3.2). */
    public boolean proves(Hash leaf, Hash root) {
        TreeHasher hasher = new TreeHasher();
        Hash hash = leaf;
        long number = index;
        long last = size - 1;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((number & 1) == 1 || number == last) {
                hash = hasher.node(sibling, hash);
                while ((number & 1) == 0 && number != 0) {
                    number >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = hasher.node(hash, sibling);
            }
            number >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
