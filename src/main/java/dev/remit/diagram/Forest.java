package dev.remit.diagram;

import dev.remit.model.TooLarge;
import dev.remit.model.TooLargeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * A store of multi-valued decision diagrams over one order of variables, hash-consed: equal functions are the same
 * number.
 *
 * <p>A diagram is a number: zero or more for a node, negative for a leaf. A node tests the variable at one position of
 * the order and has one child an edge; a node whose children are all the same is never made. Nodes lie in plain arrays,
 * so that a policy of many thousand rules fits in little memory. Not safe for use by several threads; it lives for one
 * compilation.
 *
 * @param <L> what stands at the leaves; compared by {@code equals}
 */
final class Forest<L> {
    /** The position reported for a leaf: below every variable. */
    static final int LEAF = Integer.MAX_VALUE;

    /** How many edges the budget allows for each node on average. */
    private static final int EDGES_PER_NODE = 16;

    /** How many remembered pairs an operation is allowed for each node of the budget. */
    private static final int PAIRS_PER_NODE = 4;

    private final int budget;
    private final List<L> leaves = new ArrayList<>();
    private final Map<L, Integer> leafNumbers = new HashMap<>();

    private int size;
    private int mostPairs;
    private int[] positions = new int[256];
    private int[] starts = new int[257];
    private int[] edges = new int[1024];
    /** Open addressing: node numbers plus one, zero where free; at most half full. */
    private int[] table = new int[1024];

    /** Makes an empty store that holds at most {@code budget} nodes, with a bound on edges and work in proportion. */
    Forest(int budget) {
        this.budget = budget;
    }

    /**
     * How much of the budget is used: nodes, or what their edges or an operation's remembered pairs are worth in nodes,
     * whichever is most.
     */
    int used() {
        int edgesWorth = (starts[size] + EDGES_PER_NODE - 1) / EDGES_PER_NODE;
        return Math.max(size, Math.max(edgesWorth, (mostPairs + PAIRS_PER_NODE - 1) / PAIRS_PER_NODE));
    }

    /** The budget is used up; the work cannot go on. Whoever knows what the work was for says so. */
    TooLargeException full() {
        return new TooLargeException(new TooLarge("the work", List.of(), budget + 1L, budget, List.of()));
    }

    int leaf(L value) {
        Integer known = leafNumbers.get(value);
        if (known == null) {
            known = ~leaves.size();
            leaves.add(value);
            leafNumbers.put(value, known);
        }
        return known;
    }

    /** The diagram that tests one variable and goes on as the children say. */
    int node(int position, int[] children) {
        boolean same = true;
        for (int i = 1; i < children.length && same; i++) {
            same = children[i] == children[0];
        }
        if (same) {
            return children[0];
        }
        int mask = table.length - 1;
        int slot = hash(position, children) & mask;
        while (table[slot] != 0) {
            int node = table[slot] - 1;
            if (positions[node] == position
                    && Arrays.equals(edges, starts[node], starts[node + 1], children, 0, children.length)) {
                return node;
            }
            slot = (slot + 1) & mask;
        }
        return add(position, children, slot);
    }

    private int add(int position, int[] children, int slot) {
        int end = starts[size] + children.length;
        if (size >= budget || end > (long) EDGES_PER_NODE * budget) {
            throw full();
        }
        if (end > edges.length) {
            edges = Arrays.copyOf(edges, Math.max(end, edges.length * 2));
        }
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, size * 2);
            starts = Arrays.copyOf(starts, size * 2 + 1);
        }
        System.arraycopy(children, 0, edges, starts[size], children.length);
        positions[size] = position;
        starts[size + 1] = end;
        table[slot] = ++size;
        if (size * 2 > table.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int node = 0; node < size; node++) {
            int slot = hash(positions[node], Arrays.copyOfRange(edges, starts[node], starts[node + 1])) & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = node + 1;
        }
    }

    private static int hash(int position, int[] children) {
        int mixed = (31 * Arrays.hashCode(children) + position) * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    boolean isLeaf(int diagram) {
        return diagram < 0;
    }

    L value(int leaf) {
        return leaves.get(~leaf);
    }

    int position(int diagram) {
        return diagram < 0 ? LEAF : positions[diagram];
    }

    int arity(int node) {
        return starts[node + 1] - starts[node];
    }

    int child(int node, int edge) {
        return edges[starts[node] + edge];
    }

    int size() {
        return size;
    }

    /** An operation on diagrams made from one on leaves, which remembers what it has worked out. */
    Operation lift(BinaryOperator<L> onLeaves) {
        return new Operation(leaves -> leaves.stream().reduce(onLeaves).orElseThrow());
    }

    /** An operation on diagrams made from one on any number of leaves: associative, commutative and idempotent. */
    Operation liftAll(Function<List<L>, L> onLeaves) {
        return new Operation(onLeaves);
    }

    /** A leaf-wise operation, applied edge by edge. */
    final class Operation {
        private final Function<List<L>, L> onLeaves;
        private final PairTable known = new PairTable();

        private Operation(Function<List<L>, L> onLeaves) {
            this.onLeaves = onLeaves;
        }

        /** The operation on leaves. */
        L onLeaves(List<L> values) {
            return onLeaves.apply(values);
        }

        int apply(int one, int other) {
            int done = known.get(one, other);
            if (done != PairTable.ABSENT) {
                return done;
            }
            int result = one < 0 && other < 0 ? leaf(onLeaves(List.of(value(one), value(other)))) : branch(one, other);
            if (known.size() >= (long) PAIRS_PER_NODE * budget) {
                throw full();
            }
            known.put(one, other, result);
            mostPairs = Math.max(mostPairs, known.size());
            return result;
        }

        private int branch(int one, int other) {
            int position = Math.min(position(one), position(other));
            boolean first = position(one) == position;
            boolean second = position(other) == position;
            int[] children = new int[arity(first ? one : other)];
            for (int edge = 0; edge < children.length; edge++) {
                children[edge] = apply(first ? child(one, edge) : one, second ? child(other, edge) : other);
            }
            return node(position, children);
        }

        /** Applies the operation over one or more diagrams, in pairs of like size, so that large ones are touched seldom. */
        int applyAll(List<Integer> diagrams) {
            if (diagrams.size() > 2 && Collections.max(diagrams) < 0) {
                List<L> values = new ArrayList<>(diagrams.size());
                for (int each : diagrams) {
                    values.add(value(each));
                }
                return leaf(onLeaves(values));
            }
            List<Integer> left = diagrams;
            while (left.size() > 1) {
                List<Integer> next = new ArrayList<>();
                for (int i = 0; i + 1 < left.size(); i += 2) {
                    next.add(apply(left.get(i), left.get(i + 1)));
                }
                if (left.size() % 2 == 1) {
                    next.add(left.get(left.size() - 1));
                }
                left = next;
            }
            return left.get(0);
        }
    }
}
