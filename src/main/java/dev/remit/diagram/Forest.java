package dev.remit.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * A store of multi-valued decision diagrams over one order of variables, hash-consed: equal functions are the same
 * number.
 *
 * <p>A diagram is a number: zero or more for a node, negative for a leaf. A node tests the variable at one position of
 * the order and has one child an edge; a node whose children are all the same is never made. Not safe for use by several
 * threads; it lives for one compilation.
 *
 * @param <L> what stands at the leaves; compared by {@code equals}
 */
final class Forest<L> {
    /** The position reported for a leaf: below every variable. */
    static final int LEAF = Integer.MAX_VALUE;

    private final int budget;
    private final List<L> leaves = new ArrayList<>();
    private final Map<L, Integer> leafNumbers = new HashMap<>();
    private final List<Branch> branches = new ArrayList<>();
    private final Map<Branch, Integer> branchNumbers = new HashMap<>();

    /** Makes an empty store that holds at most {@code budget} nodes. */
    Forest(int budget) {
        this.budget = budget;
    }

    private record Branch(int position, int[] children) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Branch that && position == that.position && Arrays.equals(children, that.children);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(children) + position;
        }
    }

    /** Two diagrams, as the key of what was worked out for them. */
    private record Pair(int one, int other) {}

    /** The budget is used up; the compilation cannot go on. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full(int budget) {
            super("more than " + budget + " nodes", null, false, false);
        }
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

    /** The diagram that tests one variable and goes on as the children say; takes the array over. */
    int node(int position, int[] children) {
        boolean same = true;
        for (int i = 1; i < children.length && same; i++) {
            same = children[i] == children[0];
        }
        if (same) {
            return children[0];
        }
        Branch branch = new Branch(position, children);
        Integer known = branchNumbers.get(branch);
        if (known == null) {
            if (branches.size() >= budget) {
                throw new Full(budget);
            }
            known = branches.size();
            branches.add(branch);
            branchNumbers.put(branch, known);
        }
        return known;
    }

    boolean isLeaf(int diagram) {
        return diagram < 0;
    }

    L value(int leaf) {
        return leaves.get(~leaf);
    }

    int position(int diagram) {
        return diagram < 0 ? LEAF : branches.get(diagram).position;
    }

    int arity(int node) {
        return branches.get(node).children.length;
    }

    int child(int node, int edge) {
        return branches.get(node).children[edge];
    }

    int size() {
        return branches.size();
    }

    /** An operation on diagrams made from one on leaves, which remembers what it has worked out. */
    Operation lift(BinaryOperator<L> onLeaves) {
        return new Operation(onLeaves);
    }

    /** A leaf-wise operation, applied edge by edge. */
    final class Operation {
        private final BinaryOperator<L> onLeaves;
        private final Map<Pair, Integer> known = new HashMap<>();

        private Operation(BinaryOperator<L> onLeaves) {
            this.onLeaves = onLeaves;
        }

        int apply(int one, int other) {
            if (one < 0 && other < 0) {
                return leaf(onLeaves.apply(value(one), value(other)));
            }
            Pair key = new Pair(one, other);
            Integer done = known.get(key);
            if (done != null) {
                return done;
            }
            int position = Math.min(position(one), position(other));
            boolean first = position(one) == position;
            boolean second = position(other) == position;
            int[] children = new int[arity(first ? one : other)];
            for (int edge = 0; edge < children.length; edge++) {
                children[edge] = apply(first ? child(one, edge) : one, second ? child(other, edge) : other);
            }
            int result = node(position, children);
            known.put(key, result);
            return result;
        }

        /** Applies the operation over many diagrams, in pairs of like size, so that large ones are touched seldom. */
        int applyAll(List<Integer> diagrams) {
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
