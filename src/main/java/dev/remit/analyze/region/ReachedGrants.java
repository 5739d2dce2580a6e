package dev.remit.analyze.region;

import dev.remit.diagram.Diagram;
import dev.remit.diagram.Leaf;
import dev.remit.model.Assignment;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The leaves that complete questions with the given values can end at, whatever their other values. */
public final class ReachedGrants {
    private final Diagram diagram;
    private final Assignment given;
    private final PermissionMemory memory;
    private final int[] path;
    private final Set<Integer> seen = new HashSet<>();
    private final Map<Leaf.Granted, Assignment> granted = new LinkedHashMap<>();

    public ReachedGrants(Diagram diagram, Assignment given) {
        this.diagram = diagram;
        this.given = given;
        memory = new PermissionMemory(given.space());
        path = given.values();
        for (Variable variable : given.space().variables()) {
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
                int[] question = path.clone();
                memory.fit(question);
                granted.put(leaf, Assignment.of(given.space(), question));
            }
            return;
        }
        Variable variable = diagram.variable(node);
        if (!given.isOpen(variable)) {
            visit(diagram.child(node, given.value(variable)));
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
