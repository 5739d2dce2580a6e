package dev.remit.diagram;

import dev.remit.model.Space;
import java.util.HashMap;
import java.util.Map;

/**
 * The diagram of permitted or not alone. With all reasons left aside most of what is tested makes no difference, so its
 * walks are shorter, and rules that do the same need no telling apart.
 */
final class Permits {
    private static final int YES = 1;

    private final Layout layout;
    private final int top;
    private final Entrance entrance;

    Permits(Space space, Layout layout, int top) {
        this.layout = layout;
        this.top = top;
        entrance = Entrance.of(space, layout, top);
    }

    Layout layout() {
        return layout;
    }

    /** The way every walk begins with. */
    int top() {
        return top;
    }

    boolean permits(int[] values) {
        return layout.walk(entrance.way(values), values) == YES;
    }

    int nodeCount() {
        return layout.size();
    }

    /** What a finished diagram permits. */
    static Permits of(Space space, Order order, Told told, int root) {
        Reduction reduction = new Reduction(told);
        Layout.Builder builder = new Layout.Builder(order);
        int top = builder.add(
                reduction.answers, reduction.choices(root), leaf -> reduction.answers.value(leaf) ? YES : 0);
        Layout layout = builder.build();
        return new Permits(space, layout, top < 0 ? top : layout.way(top));
    }

    /** Leaves everything but the answer aside. */
    private static final class Reduction {
        private final Told told;
        private final Forest<Boolean> answers = new Forest<>(CompiledPolicy.ALLOWED);
        private final Map<Integer, Integer> choices = new HashMap<>();
        private final Map<Integer, Integer> patterns = new HashMap<>();

        Reduction(Told told) {
            this.told = told;
        }

        int choices(int node) {
            Integer known = choices.get(node);
            if (known == null) {
                if (told.choices.isLeaf(node)) {
                    known = pattern(told.choices.value(node).pattern());
                } else {
                    int[] children = new int[told.choices.arity(node)];
                    for (int edge = 0; edge < children.length; edge++) {
                        children[edge] = choices(told.choices.child(node, edge));
                    }
                    known = answers.node(told.choices.position(node), children);
                }
                choices.put(node, known);
            }
            return known;
        }

        private int pattern(int node) {
            Integer known = patterns.get(node);
            if (known == null) {
                Forest<Leaf> forest = told.patterns.forest();
                if (forest.isLeaf(node)) {
                    known = answers.leaf(forest.value(node) instanceof Leaf.Granted);
                } else {
                    int[] children = new int[forest.arity(node)];
                    for (int edge = 0; edge < children.length; edge++) {
                        children[edge] = pattern(forest.child(node, edge));
                    }
                    known = answers.node(forest.position(node), children);
                }
                patterns.put(node, known);
            }
            return known;
        }
    }
}
