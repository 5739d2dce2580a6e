package dev.remit.diagram;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Finished diagrams with less said at their leaves: what makes no difference any more is not tested.
 *
 * @param <A> what is still said
 */
final class Reduction<A> {
    private final DiagramStore store;
    private final Function<Leaf, A> reduced;
    // A reduction never has more nodes than both parts, each of which kept to its own budget.
    private final Forest<A> forest = new Forest<>(2 * CompiledPolicy.ALLOWED);
    private final Map<Integer, Integer> choices = new HashMap<>();
    private final Map<Integer, Integer> patterns = new HashMap<>();

    Reduction(DiagramStore store, Function<Leaf, A> reduced) {
        this.store = store;
        this.reduced = reduced;
    }

    /** Where the reductions lie. */
    Forest<A> forest() {
        return forest;
    }

    /** The reduction of a diagram of the upper part, with its patterns in place. */
    int choices(int node) {
        Integer known = choices.get(node);
        if (known == null) {
            if (store.choices.isLeaf(node)) {
                known = pattern(store.choices.value(node).pattern());
            } else {
                int[] children = new int[store.choices.arity(node)];
                for (int edge = 0; edge < children.length; edge++) {
                    children[edge] = choices(store.choices.child(node, edge));
                }
                known = forest.node(store.choices.position(node), children);
            }
            choices.put(node, known);
        }
        return known;
    }

    /** The reduction of a pattern. */
    int pattern(int node) {
        Integer known = patterns.get(node);
        if (known == null) {
            Forest<Leaf> from = store.patterns.forest();
            if (from.isLeaf(node)) {
                known = forest.leaf(reduced.apply(from.value(node)));
            } else {
                int[] children = new int[from.arity(node)];
                for (int edge = 0; edge < children.length; edge++) {
                    children[edge] = pattern(from.child(node, edge));
                }
                known = forest.node(from.position(node), children);
            }
            patterns.put(node, known);
        }
        return known;
    }
}
