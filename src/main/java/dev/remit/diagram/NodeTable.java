package dev.remit.diagram;

import dev.remit.model.Assignment;
import dev.remit.model.TooLarge;
import dev.remit.model.TooLargeException;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Diagrams as a plain table of nodes, for programs that are no part of this library. A node stands behind those it leads
 * to, equal nodes are one, and a node that makes no difference is left out.
 *
 * @param nodes each node: the place of its variable, the way on for each value in order and, where the variable may be
 *     left open, the way on for that; a way is the number of a node, or the complement of an end's number
 * @param roots the ways in, one for each diagram
 */
public record NodeTable(List<int[]> nodes, List<Integer> roots) {
    public NodeTable {
        nodes = List.copyOf(nodes);
        roots = List.copyOf(roots);
    }

    /**
     * The table of one diagram.
     *
     * @param ends the number of an end for the number of each leaf; leaves may share one
     * @throws TooLargeException if it takes more nodes than a diagram may have
     */
    public static NodeTable of(Diagram diagram, IntUnaryOperator ends) {
        Builder builder = new Builder();
        int root = builder.add(diagram, diagram.root(), ends, new HashMap<>());
        return new NodeTable(builder.nodes, List.of(root));
    }

    /**
     * The table of some sets of questions: end 0 lies outside the set, end 1 in it.
     *
     * @throws TooLargeException if it takes more nodes than a diagram may have
     */
    public static NodeTable of(Regions regions, List<Integer> sets) {
        Builder builder = new Builder();
        Map<Integer, Integer> done = new HashMap<>();
        return new NodeTable(
                builder.nodes,
                sets.stream().map(set -> builder.add(regions, set, done)).toList());
    }

    private static final class Builder {
        private final List<int[]> nodes = new ArrayList<>();
        private final Map<List<Integer>, Integer> known = new HashMap<>();

        private int add(Diagram diagram, int node, IntUnaryOperator ends, Map<Integer, Integer> done) {
            if (diagram.isLeaf(node)) {
                return ~ends.applyAsInt(~node);
            }
            Integer before = done.get(node);
            if (before != null) {
                return before;
            }
            Variable variable = diagram.variable(node);
            boolean canBeOpen = variable.kind().isChoice() || variable.kind().isKnowledge();
            int[] made = new int[1 + variable.size() + (canBeOpen ? 1 : 0)];
            made[0] = variable.index();
            for (int value = 0; value < variable.size(); value++) {
                made[1 + value] = add(diagram, diagram.child(node, value), ends, done);
            }
            if (canBeOpen) {
                made[made.length - 1] = add(diagram, diagram.child(node, Assignment.OPEN), ends, done);
            }
            int number = number(made);
            done.put(node, number);
            return number;
        }

        private int add(Regions regions, int set, Map<Integer, Integer> done) {
            Forest<Boolean> sets = regions.sets();
            if (sets.isLeaf(set)) {
                return ~(sets.value(set) ? 1 : 0);
            }
            Integer before = done.get(set);
            if (before != null) {
                return before;
            }
            int[] made = new int[1 + sets.arity(set)];
            made[0] = regions.at(sets.position(set)).index();
            for (int value = 0; value < sets.arity(set); value++) {
                made[1 + value] = add(regions, sets.child(set, value), done);
            }
            int number = number(made);
            done.put(set, number);
            return number;
        }

        /** The number of a node, unless it makes no difference: then that of the one it leads to. */
        private int number(int[] node) {
            if (Arrays.stream(node, 1, node.length).allMatch(way -> way == node[1])) {
                return node[1];
            }
            List<Integer> key = Arrays.stream(node).boxed().toList();
            Integer before = known.get(key);
            if (before != null) {
                return before;
            }
            if (nodes.size() == CompiledPolicy.ALLOWED) {
                throw new TooLargeException(new TooLarge(
                        "the table of the diagram",
                        List.of(),
                        CompiledPolicy.ALLOWED + 1L,
                        CompiledPolicy.ALLOWED,
                        List.of()));
            }
            nodes.add(node);
            known.put(key, nodes.size() - 1);
            return nodes.size() - 1;
        }
    }
}
