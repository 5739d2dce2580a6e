package dev.remit.diagram;

import dev.remit.model.Policy;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy compiled into one multi-valued decision diagram, laid out in one array of numbers.
 *
 * <p>A node is its place in the array: the index of the variable it tests, then the node for "left open", then the node
 * for each value. A leaf is the complement of its number. Choices stand above knowledge. A walk never fails, takes at
 * most {@link #depth()} steps, and allocates nothing. Immutable and safe to share.
 */
public final class Diagram {
    /** The number of nodes a policy may need before loading it fails. */
    public static final int DEFAULT_BUDGET = 1_000_000;

    /** Stands where a node has no edge for "left open", since questions always settle that variable. */
    private static final int NO_EDGE = Integer.MAX_VALUE;

    private final Space space;
    private final int[] nodes;
    private final int root;
    private final List<Leaf> leaves;
    private final int nodeCount;
    private final int depth;
    private final int[] ranks;

    private Diagram(Space space, int[] nodes, int root, List<Leaf> leaves, int nodeCount, int depth, int[] ranks) {
        this.space = space;
        this.nodes = nodes;
        this.root = root;
        this.leaves = leaves;
        this.nodeCount = nodeCount;
        this.depth = depth;
        this.ranks = ranks;
    }

    /**
     * Compiles a policy.
     *
     * @param policy a policy that loaded without errors
     * @param space the space of its vocabulary
     * @param budget the number of nodes at which to give up
     * @throws DiagramTooLarge if the policy needs more nodes than the budget
     */
    public static Diagram compile(Policy policy, Space space, int budget) {
        return Compiler.compile(policy, space, budget);
    }

    static Diagram flatten(Space space, Forest<Leaf> forest, int root, Order order) {
        int[] places = new int[forest.size()];
        int[] leafNumbers = new int[forest.leafCount()];
        Arrays.fill(places, -1);
        Arrays.fill(leafNumbers, -1);
        List<Leaf> leaves = new ArrayList<>();
        List<Integer> inOrder = new ArrayList<>();
        Deque<Integer> queue = new ArrayDeque<>(List.of(root));
        int length = 0;
        while (!queue.isEmpty()) {
            int next = queue.remove();
            if (forest.isLeaf(next)) {
                if (leafNumbers[~next] < 0) {
                    leafNumbers[~next] = leaves.size();
                    leaves.add(forest.value(next));
                }
            } else if (places[next] < 0) {
                places[next] = length;
                inOrder.add(next);
                length += 2 + order.at(forest.position(next)).size();
                for (int edge = 0; edge < forest.arity(next); edge++) {
                    queue.add(forest.child(next, edge));
                }
            }
        }
        int[] nodes = new int[length];
        for (int node : inOrder) {
            int place = places[node];
            Variable variable = order.at(forest.position(node));
            nodes[place] = variable.index();
            int open = forest.arity(node) - variable.size();
            nodes[place + 1] = NO_EDGE;
            for (int edge = 0; edge < forest.arity(node); edge++) {
                int child = forest.child(node, edge);
                nodes[place + 2 - open + edge] = forest.isLeaf(child) ? ~leafNumbers[~child] : places[child];
            }
        }
        int start = forest.isLeaf(root) ? ~leafNumbers[~root] : places[root];
        return new Diagram(
                space,
                nodes,
                start,
                List.copyOf(leaves),
                inOrder.size(),
                depth(forest, root, new HashMap<>()),
                order.ranks());
    }

    private static int depth(Forest<Leaf> forest, int node, Map<Integer, Integer> known) {
        if (forest.isLeaf(node)) {
            return 0;
        }
        Integer done = known.get(node);
        if (done == null) {
            done = 0;
            for (int edge = 0; edge < forest.arity(node); edge++) {
                done = Math.max(done, 1 + depth(forest, forest.child(node, edge), known));
            }
            known.put(node, done);
        }
        return done;
    }

    /** The space of the questions this diagram answers. */
    public Space space() {
        return space;
    }

    /**
     * The number of the leaf a question ends at.
     *
     * @param values for each variable in order its value's place, or {@link Situation#OPEN} where that is allowed
     */
    public int find(int[] values) {
        int node = root;
        while (node >= 0) {
            node = nodes[node + 2 + values[nodes[node]]];
        }
        return ~node;
    }

    /** Every leaf; a leaf's number is its place here. */
    public List<Leaf> leaves() {
        return leaves;
    }

    /** The node at the top, or the complement of a leaf's number. */
    public int root() {
        return root;
    }

    /** Whether this is a leaf; its number is the complement. */
    public boolean isLeaf(int node) {
        return node < 0;
    }

    /** The variable a node tests. */
    public Variable variable(int node) {
        return space.variables().get(nodes[node]);
    }

    /** Where a value leads from a node, {@link Situation#OPEN} for "left open". */
    public int child(int node, int value) {
        int child = nodes[node + 2 + value];
        if (child == NO_EDGE) {
            throw new IllegalArgumentException(variable(node).name() + " cannot be left open");
        }
        return child;
    }

    /**
     * Where a node's variable stands in the order in which variables are tested; a leaf comes after all. A child's rank
     * is always greater than its parent's.
     */
    public int rank(int node) {
        return isLeaf(node) ? ranks.length : ranks[nodes[node]];
    }

    /** Where a variable stands in the order in which variables are tested. */
    public int rankOf(Variable variable) {
        return ranks[variable.index()];
    }

    /** How many nodes there are. */
    public int nodeCount() {
        return nodeCount;
    }

    /** The most steps a walk can take. */
    public int depth() {
        return depth;
    }

    /** How many numbers the layout takes. */
    public int length() {
        return nodes.length;
    }

    /** A copy of the numbers; tests break it on purpose. */
    int[] layout() {
        return nodes.clone();
    }

    /** This diagram with other numbers, as many, in place of its own. */
    Diagram withLayout(int[] layout) {
        return new Diagram(space, layout.clone(), root, leaves, nodeCount, depth, ranks);
    }

    @Override
    public String toString() {
        return "diagram of " + nodeCount + " nodes, " + leaves.size() + " leaves, depth " + depth + ", " + nodes.length
                + " numbers";
    }
}
