package dev.remit.analyze.region;

import dev.remit.diagram.Diagram;
import dev.remit.diagram.Leaf;
import dev.remit.model.Assignment;
import dev.remit.model.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What complete questions can come to that say what a situation settles, and anything of the rest. */
public final class Reached {
    private final Diagram diagram;
    private final Assignment settled;
    private final int[] path;
    private final Set<Integer> seen = new HashSet<>();
    private final Map<Leaf.Granted, Assignment> granted = new LinkedHashMap<>();

    public Reached(Diagram diagram, Assignment settled) {
        this.diagram = diagram;
        this.settled = settled;
        path = settled.values();
        for (Variable variable : settled.space().variables()) {
            path[variable.index()] = Math.max(0, path[variable.index()]);
        }
        visit(diagram.root());
    }

    /** Each leaf that grants something, with a complete question that ends there. */
    public Map<Leaf.Granted, Assignment> granted() {
        return granted;
    }

    private void visit(int node) {
        if (!seen.add(node)) {
            return;
        }
        if (diagram.isLeaf(node)) {
            if (diagram.leaves().get(~node) instanceof Leaf.Granted leaf) {
                granted.put(leaf, Assignment.of(settled.space(), path));
            }
            return;
        }
        Variable variable = diagram.variable(node);
        if (!settled.isOpen(variable)) {
            visit(diagram.child(node, settled.value(variable)));
            return;
        }
        int before = path[variable.index()];
        for (int value = 0; value < variable.size(); value++) {
            path[variable.index()] = value;
            visit(diagram.child(node, value));
        }
        path[variable.index()] = before;
    }
}
