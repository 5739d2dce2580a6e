package dev.remit.diagram;

import dev.remit.model.Space;

/**
 * The diagram of permitted or not alone. With all reasons left aside most of what is tested makes no difference, so its
 * walks are shorter, and rules that do the same need not be kept apart.
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
    static Permits of(Space space, Order order, DiagramStore store, int root) {
        Reduction<Boolean> reduction = new Reduction<>(store, Leaf.Granted.class::isInstance);
        Layout.Builder builder = new Layout.Builder(order);
        int reduced = reduction.choices(root);
        int top = builder.add(
                reduction.forest(), reduced, leaf -> reduction.forest().value(leaf) ? YES : 0);
        Layout layout = builder.build();
        return new Permits(space, layout, top < 0 ? top : layout.way(top));
    }
}
