package dev.remit.diagram;

import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Diagrams laid out in one array of numbers, for walking.
 *
 * <p>A node lies at an offset: before it the way on for "left open", from it on the way for each value. A way is the
 * complement of an end's code, or the next node's offset and, in its low bits, the variable that node tests: so one
 * look-up in the question and one in the array make a step. Immutable and safe to share.
 *
 * @param numbers all nodes
 * @param bits how many low bits of a way hold the variable
 * @param grain of what power of two offsets are multiples
 * @param ways the way to each node, by its number
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Layout(int[] numbers, int bits, int grain, int[] ways) {
    /** Stands where a node has no way on for "left open", since every question gives that variable a value. */
    static final int NO_WAY = Integer.MAX_VALUE;

    /**
     * The end a walk comes to.
     *
     * @param from the way it begins with
     * @param values for each variable in order its value's place, or -1 for "left open" where that is allowed
     */
    int walk(int from, int[] values) {
        int way = from;
        while (way >= 0) {
            way = numbers[((way >>> bits) << grain) + values[way & ((1 << bits) - 1)]];
        }
        return ~way;
    }

    /** The index of the variable tested where a way leads. */
    int variable(int way) {
        return way & ((1 << bits) - 1);
    }

    /** The way on for a value, or -1 for "left open". */
    int next(int way, int value) {
        return numbers[place(way, value)];
    }

    /** Where the way on for a value stands among the numbers. */
    int place(int way, int value) {
        return ((way >>> bits) << grain) + value;
    }

    /** How many nodes there are. */
    int size() {
        return ways.length;
    }

    /** The way to a node, by its number. */
    int way(int node) {
        return ways[node];
    }

    /** The number of the node a way leads to. */
    int node(int way) {
        // In the order of their offsets, which the variables in the low bits do not disturb.
        return Arrays.binarySearch(ways, way);
    }

    /** A copy of the numbers. */
    @Override
    public int[] numbers() {
        return numbers.clone();
    }

    int length() {
        return numbers.length;
    }

    Layout with(int[] other) {
        return new Layout(other.clone(), bits, grain, ways);
    }

    /** Collects diagrams to be laid out together. */
    static final class Builder {
        private final Order order;
        private final List<int[]> nodes = new ArrayList<>();
        private final List<Variable> variables = new ArrayList<>();

        Builder(Order order) {
            this.order = order;
        }

        /** How many nodes were added so far. */
        int size() {
            return nodes.size();
        }

        /**
         * Adds a diagram, in order of distance from its top.
         *
         * @param code the code of a leaf
         * @return the number of its node at the top, or the complement of a leaf's code
         */
        <L> int add(Forest<L> forest, int root, IntUnaryOperator code) {
            if (forest.isLeaf(root)) {
                return ~code.applyAsInt(root);
            }
            int first = nodes.size();
            Map<Integer, Integer> numbers = new HashMap<>(Map.of(root, first));
            List<Integer> queue = new ArrayList<>(List.of(root));
            for (int at = 0; at < queue.size(); at++) {
                int node = queue.get(at);
                Variable variable = order.at(forest.position(node));
                int missing = variable.size() + 1 - forest.arity(node);
                int[] children = new int[variable.size() + 1];
                children[0] = NO_WAY;
                for (int edge = missing; edge < children.length; edge++) {
                    int child = forest.child(node, edge - missing);
                    if (forest.isLeaf(child)) {
                        children[edge] = ~code.applyAsInt(child);
                    } else {
                        Integer known = numbers.putIfAbsent(child, first + queue.size());
                        if (known == null) {
                            queue.add(child);
                        }
                        children[edge] = known == null ? first + queue.size() - 1 : known;
                    }
                }
                nodes.add(children);
                variables.add(variable);
            }
            return first;
        }

        /** Lays out what was added; offsets are multiples of a power of two, the smallest that lets them fit. */
        Layout build() {
            int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, order.size() - 1));
            for (int grain = 0; ; grain++) {
                long[] offsets = offsets(grain);
                if (offsets[nodes.size()] >>> grain < 1L << (31 - bits)) {
                    return laidOut(offsets, bits, grain);
                }
            }
        }

        private long[] offsets(int grain) {
            long[] offsets = new long[nodes.size() + 1];
            long end = 0;
            for (int node = 0; node < nodes.size(); node++) {
                // One number before the offset is for "left open".
                offsets[node] = ((end + (1L << grain)) >>> grain) << grain;
                end = offsets[node] + nodes.get(node).length - 1;
            }
            offsets[nodes.size()] = end;
            return offsets;
        }

        private Layout laidOut(long[] offsets, int bits, int grain) {
            int[] ways = new int[nodes.size()];
            for (int node = 0; node < ways.length; node++) {
                ways[node] = way(node, offsets, bits, grain);
            }
            int[] numbers = new int[Math.toIntExact(offsets[ways.length])];
            for (int node = 0; node < ways.length; node++) {
                int[] children = nodes.get(node);
                for (int edge = 0; edge < children.length; edge++) {
                    int child = children[edge];
                    numbers[(int) offsets[node] - 1 + edge] = child < 0 || child == NO_WAY ? child : ways[child];
                }
            }
            return new Layout(numbers, bits, grain, ways);
        }

        private int way(int node, long[] offsets, int bits, int grain) {
            return (int) (offsets[node] >>> grain) << bits | variables.get(node).index();
        }
    }
}
