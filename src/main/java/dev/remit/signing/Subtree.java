package dev.remit.signing;

import java.util.ArrayList;
import java.util.List;

/**
 * A subtree, identified by its leaves. Proofs are lists of the roots of subtrees that follow from the sizes and indexes
 * alone.
 *
 * @param from the first leaf
 * @param to the leaf after the last
 */
public record Subtree(long from, long to) {
    public Subtree {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no leaves from " + from + " to " + to);
        }
    }

    /** The subtrees of an inclusion proof, from the leaf's sibling up (RFC 6962, section 2.1.1). */
    public static List<Subtree> ofInclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has none with index " + index);
        }
        List<Subtree> downwards = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                downwards.add(new Subtree(middle, to));
                to = middle;
            } else {
                downwards.add(new Subtree(from, middle));
                from = middle;
            }
        }
        return upwards(downwards);
    }

    /** The subtrees of a consistency proof, as RFC 6962 orders them (section 2.1.2). */
    public static List<Subtree> ofConsistency(long older, long newer) {
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException("a tree of " + newer + " leaves grew from none of " + older);
        }
        List<Subtree> downwards = new ArrayList<>();
        long from = 0;
        long to = newer;
        while (to != older) {
            long middle = from + split(to - from);
            if (older <= middle) {
                downwards.add(new Subtree(middle, to));
                to = middle;
            } else {
                downwards.add(new Subtree(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            downwards.add(new Subtree(from, to));
        }
        return upwards(downwards);
    }

    /** The largest power of two below a number of at least two. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private static List<Subtree> upwards(List<Subtree> downwards) {
        List<Subtree> turned = new ArrayList<>();
        for (int i = downwards.size() - 1; i >= 0; i--) {
            turned.add(downwards.get(i));
        }
        return List.copyOf(turned);
    }
}
