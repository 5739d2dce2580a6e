package dev.remit.diagram;

import java.util.Arrays;

/**
 * How the two parts of a laid out diagram hang together.
 *
 * <p>The nodes of the upper part come first in the layout, then those of each pattern, all in one stretch. For analysis
 * the nodes of a pattern count anew wherever it is filled in: first come the nodes of the upper part, then those of the
 * first filled pattern, and so on.
 *
 * @param top the way to the top of the upper part
 * @param upper how many nodes the upper part has
 * @param starts for each filled pattern the way to its top and where its leaves begin in the table, side by side since
 *     every walk needs both
 * @param firsts for each filled pattern the number of its first node in the layout
 * @param counted for each filled pattern the number of its first node as counted anew
 * @param table the numbers of the diagram's leaves
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record TwoLevelLayout(int top, int upper, int[] starts, int[] firsts, int[] counted, int[] table) {
    /** The parts of a layout, from the number of nodes of each filled pattern. */
    static TwoLevelLayout of(int top, int upper, int[] patterns, int[] firsts, int[] sizes, int[] begins, int[] table) {
        int[] counted = new int[sizes.length];
        int[] starts = new int[2 * sizes.length];
        int next = upper;
        for (int filled = 0; filled < sizes.length; filled++) {
            starts[2 * filled] = patterns[filled];
            starts[2 * filled + 1] = begins[filled];
            counted[filled] = next;
            next = Math.addExact(next, sizes[filled]);
        }
        return new TwoLevelLayout(top, upper, starts, firsts, counted, table);
    }

    /** The way to the top of a filled pattern. */
    int pattern(int filled) {
        return starts[2 * filled];
    }

    /** Where a leaf of a filled pattern stands in the table. */
    int end(int filled, int leaf) {
        return starts[2 * filled + 1] + leaf;
    }

    /** How many places the table has. */
    int ends() {
        return table.length;
    }

    /** The number in the diagram of the leaf at a place in the table. */
    int leaf(int end) {
        return table[end];
    }

    /** The node, or the complement of the leaf's number, at the top of all. */
    int root(Layout layout) {
        return at(top, -1, layout);
    }

    /**
     * The node, or the complement of the leaf's number, that a way leads to.
     *
     * @param filled the filled pattern the way is in, or -1 for the upper part
     */
    int at(int way, int filled, Layout layout) {
        if (filled < 0) {
            return way < 0 ? at(pattern(~way), ~way, layout) : layout.node(way);
        }
        return way < 0 ? ~leaf(end(filled, ~way)) : counted[filled] + layout.node(way) - firsts[filled];
    }

    /** The filled pattern a node is in, or -1 for the upper part. */
    int filled(int node) {
        if (node < upper) {
            return -1;
        }
        int found = Arrays.binarySearch(counted, node);
        int filled = found < 0 ? -found - 2 : found;
        while (filled + 1 < counted.length && counted[filled + 1] == node) {
            filled++;
        }
        return filled;
    }

    /** The way to a node. */
    int way(int node, Layout layout) {
        int filled = filled(node);
        return layout.way(filled < 0 ? node : firsts[filled] + node - counted[filled]);
    }

    @Override
    public String toString() {
        return upper + " of them above, " + firsts.length + " filled patterns";
    }
}
