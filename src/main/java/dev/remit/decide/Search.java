package dev.remit.decide;

import dev.remit.diagram.Diagram;
import dev.remit.diagram.Leaf;
import dev.remit.diagram.Literals;
import dev.remit.model.Assignment;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds, on a diagram, every inclusion-minimal way to reach a permit from a situation by giving some variables other
 * values. Exact: it searches the diagram, not a sample, growing the number of values given one by one.
 */
final class Search {
    /** How many ways are looked for before the search says that there are more. */
    private static final int MOST = 4096;

    private final Diagram diagram;
    private final Assignment assignment;
    private final Predicate<Variable> assignable;
    private final Map<Long, Ways> known = new HashMap<>();
    private final Map<Integer, Boolean> hopeful = new HashMap<>();

    /**
     * Prepares a search.
     *
     * @param assignable the variables that may be given another value than the situation's
     */
    Search(Diagram diagram, Assignment assignment, Predicate<Variable> assignable) {
        this.diagram = diagram;
        this.assignment = assignment;
        this.assignable = assignable;
    }

    /**
     * What was found.
     *
     * @param ways each a set of {@linkplain Literals literals}, ascending; smallest first
     * @param complete whether there are no others
     */
    record Ways(List<int[]> ways, boolean complete) {}

    /** Every minimal way, up to a fixed number. */
    Ways minimal() {
        for (int most = 0; ; most++) {
            Ways found = ways(diagram.root(), most);
            if (found.complete || found.ways.size() >= MOST || most > diagram.depth()) {
                return found;
            }
        }
    }

    /** The minimal ways from a node that give at most so many values. */
    private Ways ways(int node, int most) {
        if (diagram.isLeaf(node)) {
            return new Ways(isGranted(node) ? List.of(new int[0]) : List.of(), true);
        }
        long key = (long) node << 32 | most;
        Ways done = known.get(key);
        if (done == null) {
            done = search(node, most);
            known.put(key, done);
        }
        return done;
    }

    private Ways search(int node, int most) {
        Variable variable = diagram.variable(node);
        int left = diagram.child(node, assignment.value(variable));
        Ways unchanged = ways(left, most);
        if (!isAssignable(variable) || unchanged.ways.stream().anyMatch(way -> way.length == 0)) {
            return unchanged;
        }
        List<int[]> found = new ArrayList<>(unchanged.ways);
        boolean complete = unchanged.complete;
        for (int value = 0; value < variable.size(); value++) {
            int child = child(node, variable, value);
            if (child == left || value == assignment.value(variable) || !isHopeful(child)) {
                continue;
            }
            if (most == 0) {
                complete = false;
                continue;
            }
            Ways further = ways(child, most - 1);
            complete &= further.complete;
            for (int[] way : further.ways) {
                if (found.size() >= MOST) {
                    complete = false;
                    break;
                }
                if (unchanged.ways.stream().noneMatch(smaller -> Literals.isWithin(smaller, way))) {
                    found.add(Literals.with(way, Literals.literal(variable, value)));
                }
            }
        }
        found.sort(Literals.SMALLEST_FIRST);
        return new Ways(found, complete);
    }

    /** Where a value leads. A project that is given a permission has held it from then on, which is what is tested next. */
    private int child(int node, Variable variable, int value) {
        int child = diagram.child(node, value);
        if (variable.kind() != Variable.Kind.PERMISSION || value == 0 || diagram.isLeaf(child)) {
            return child;
        }
        Variable next = diagram.variable(child);
        boolean isItsPast = next.kind() == Variable.Kind.EVER && next.id().equals(variable.id());
        return isItsPast ? diagram.child(child, value) : child;
    }

    private boolean isAssignable(Variable variable) {
        return !(variable.kind().isChoice() && assignment.isOpen(variable)) && assignable.test(variable);
    }

    private boolean isGranted(int node) {
        return diagram.leaves().get(~node) instanceof Leaf.Granted;
    }

    /** Whether a permit can be reached from here at all. */
    private boolean isHopeful(int node) {
        if (diagram.isLeaf(node)) {
            return isGranted(node);
        }
        Boolean done = hopeful.get(node);
        if (done == null) {
            Variable variable = diagram.variable(node);
            done = isHopeful(diagram.child(node, assignment.value(variable)));
            for (int value = 0; value < variable.size() && !done && isAssignable(variable); value++) {
                done = isHopeful(child(node, variable, value));
            }
            hopeful.put(node, done);
        }
        return done;
    }
}
