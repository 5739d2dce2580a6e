package dev.remit.signing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A proof that a tree extends an older one without a change to its leaves (RFC 6962, section 2.1.2).
 *
 * @param older the number of leaves of the older tree, at least one
 * @param newer the number of leaves of the newer tree
 * @param path the roots of {@link Subtree#ofConsistency}, in that order
 */
public record ConsistencyProof(long older, long newer, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException("a tree of " + newer + " leaves grew from none of " + older);
        }
    }

    /** Whether the trees with these roots are the older and the newer one (RFC 9162, section 2.1.4.2). */
    public boolean proves(Hash olderRoot, Hash newerRoot) {
        if (older == newer) {
            return path.isEmpty() && olderRoot.equals(newerRoot);
        }
        Deque<Hash> rest = new ArrayDeque<>(path);
        if (Long.bitCount(older) == 1) {
            rest.addFirst(olderRoot);
        }
        if (rest.isEmpty()) {
            return false;
        }
        long number = older - 1;
        long last = newer - 1;
        while ((number & 1) == 1) {
            number >>>= 1;
            last >>>= 1;
        }
        TreeHasher hasher = new TreeHasher();
        Hash old = rest.removeFirst();
        Hash grown = old;
        for (Hash sibling : rest) {
            if (last == 0) {
                return false;
            }
            if ((number & 1) == 1 || number == last) {
                old = hasher.node(sibling, old);
                grown = hasher.node(sibling, grown);
                while ((number & 1) == 0 && number != 0) {
                    number >>>= 1;
                    last >>>= 1;
                }
            } else {
                grown = hasher.node(grown, sibling);
            }
            number >>>= 1;
            last >>>= 1;
        }
        return last == 0 && old.equals(olderRoot) && grown.equals(newerRoot);
    }
}
