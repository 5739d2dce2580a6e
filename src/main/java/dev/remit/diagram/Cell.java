package dev.remit.diagram;

import dev.remit.model.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What applies to one complete question under one choice of category and route, before it is summed up: places of
 * violated constraints, matching forbid rules and admissible permit rules.
 */
record Cell(boolean exists, List<Integer> violated, List<Integer> forbidden, List<Permit> permits) {
    static final Cell NOTHING = new Cell(true, List.of(), List.of(), List.of());

    /** There is no such question: it contradicts itself. */
    static final Cell NO_STATE = new Cell(false, List.of(), List.of(), List.of());

    /** A permit rule that matches and is admissible, with the treatment of each register's patients. */
    record Permit(int rule, List<Treatment> population) {}

    static Cell violated(int constraint) {
        return new Cell(true, List.of(constraint), List.of(), List.of());
    }

    static Cell forbidden(int rule) {
        return new Cell(true, List.of(), List.of(rule), List.of());
    }

    static Cell permitted(int rule, List<Treatment> population) {
        return new Cell(true, List.of(), List.of(), List.of(new Permit(rule, List.copyOf(population))));
    }

    boolean isClosed() {
        return !violated.isEmpty() || !forbidden.isEmpty();
    }

    /** Both together. Permits are dropped as soon as nothing can make them count. */
    Cell and(Cell other) {
        if (equals(NOTHING)) {
            return other;
        }
        if (other.equals(NOTHING) || equals(other)) {
            return this;
        }
        if (!exists || !other.exists) {
            return NO_STATE;
        }
        boolean closed = isClosed() || other.isClosed();
        return new Cell(
                true,
                union(violated, other.violated),
                union(forbidden, other.forbidden),
                closed ? List.of() : concat(permits, other.permits));
    }

    private static List<Integer> union(List<Integer> one, List<Integer> other) {
        TreeSet<Integer> both = new TreeSet<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }

    private static List<Permit> concat(List<Permit> one, List<Permit> other) {
        List<Permit> both = new ArrayList<>(one);
        both.addAll(other);
        both.sort((a, b) -> Integer.compare(a.rule, b.rule));
        return List.copyOf(both);
    }

    /** The other if this says anything, else nothing. */
    Cell gate(Cell other) {
        return equals(NOTHING) ? NOTHING : other;
    }

    /** This cell as the leaf of a pattern: rules are named by their place, for no choice in particular. */
    Leaf leaf() {
        if (!exists) {
            return Leaf.NoState.NO_STATE;
        }
        if (!violated.isEmpty()) {
            return new Leaf.Denied(true, true, Extent.NONE, extent(violated));
        }
        if (!forbidden.isEmpty()) {
            return new Leaf.Denied(false, true, extent(forbidden), Extent.NONE);
        }
        if (permits.isEmpty()) {
            return Leaf.Denied.UNGRANTED;
        }
        return new Leaf.Granted(permits.stream()
                .map(each -> new Leaf.Grant(each.rule, -1, -1, true, each.population))
                .toList());
    }

    private static Extent extent(List<Integer> things) {
        return Extent.of(things.stream().mapToInt(Integer::intValue).toArray());
    }
}
