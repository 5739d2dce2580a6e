package dev.remit.diagram;

import dev.remit.model.Assignment;
import dev.remit.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Copies of a diagram, each with one mistake in it. */
public final class BrokenDiagrams {
    private BrokenDiagrams() {}

    /** Two edges of a node, at their places in the layout, that lead to different ends. */
    public record Swap(int one, int other) {}

    /**
     * Every pair of edges whose swap changes what some question is told.
     *
     * @param told what is told at each leaf; leaves may differ and still tell the same
     */
    public static List<Swap> swaps(Diagram diagram, List<?> told) {
        Map<Integer, Object> meanings = new HashMap<>();
        // The nodes of a pattern stand in the layout once, wherever it is filled in.
        Set<Swap> swaps = new LinkedHashSet<>();
        for (int node : nodes(diagram)) {
            int end = diagram.variable(node).size();
            for (int one = firstEdge(diagram, node); one < end; one++) {
                for (int other = one + 1; other < end; other++) {
                    Object meaning = meaning(diagram, diagram.child(node, one), told, meanings);
                    if (!meaning.equals(meaning(diagram, diagram.child(node, other), told, meanings))) {
                        swaps.add(new Swap(diagram.place(node, one), diagram.place(node, other)));
                    }
                }
            }
        }
        return List.copyOf(swaps);
    }

    /** What a node tells: what all its edges tell if that is one thing, else its variable and what each edge tells. */
    private static Object meaning(Diagram diagram, int node, List<?> told, Map<Integer, Object> known) {
        if (diagram.isLeaf(node)) {
            return told.get(~node);
        }
        Object done = known.get(node);
        if (done == null) {
            List<Object> edges = new ArrayList<>();
            for (int edge = firstEdge(diagram, node);
                    edge < diagram.variable(node).size();
                    edge++) {
                edges.add(meaning(diagram, diagram.child(node, edge), told, known));
            }
            boolean one = Set.copyOf(edges).size() == 1;
            done = one ? edges.get(0) : List.of(diagram.variable(node).name(), edges);
            known.put(node, done);
        }
        return done;
    }

    /** A copy with two edges swapped. */
    public static Diagram swapped(Diagram diagram, Swap swap) {
        int[] numbers = diagram.numbers();
        int kept = numbers[swap.one];
        numbers[swap.one] = numbers[swap.other];
        numbers[swap.other] = kept;
        return diagram.with(numbers);
    }

    /** Every node, by its place. */
    static Set<Integer> nodes(Diagram diagram) {
        Set<Integer> found = new TreeSet<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(diagram.root()));
        while (!next.isEmpty()) {
            int node = next.remove();
            if (!diagram.isLeaf(node) && found.add(node)) {
                for (int edge = firstEdge(diagram, node);
                        edge < diagram.variable(node).size();
                        edge++) {
                    next.add(diagram.child(node, edge));
                }
            }
        }
        return found;
    }

    /** The value of a node's first edge, {@link Assignment#OPEN} if it has one for "left open". */
    static int firstEdge(Diagram diagram, int node) {
        Variable.Kind kind = diagram.variable(node).kind();
        return kind.isChoice() || kind.isKnowledge() ? Assignment.OPEN : 0;
    }
}
