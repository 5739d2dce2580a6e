package dev.remit.diagram;

import dev.remit.model.Assignment;
import dev.remit.model.Variable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Brings the complete questions that end at certain leaves of a diagram into another space and order. */
final class SpaceTranslation {
    private static final int UNKNOWN = -1;

    private final Regions regions;
    private final Diagram diagram;
    private final Predicate<Leaf> wanted;
    private final boolean unknown;
    private final Renames renames;
    private final int[] given;
    private final Map<Variable, Matched> matched = new HashMap<>();
    private final Map<Integer, Integer> ends = new HashMap<>();
    private final PairTable done = new PairTable();

    /** A variable of theirs here, and for each of our values the place of theirs, or that they have none. */
    private final class Matched {
        private final Variable ours;
        private final int[] places;

        Matched(Variable theirs) {
            ours = regions.space().find(renames.name(theirs)).orElseThrow();
            List<String> values = renames.values(theirs);
            places = ours.values().stream().mapToInt(values::indexOf).toArray();
        }
    }

    /**
     * Prepares to bring questions over.
     *
     * @param unknown whether a question that uses a value the diagram's space does not have is among them
     * @param renames what the diagram's words are called here
     */
    SpaceTranslation(Regions regions, Diagram diagram, Predicate<Leaf> wanted, boolean unknown, Renames renames) {
        this.regions = regions;
        this.diagram = diagram;
        this.wanted = wanted;
        this.unknown = unknown;
        this.renames = renames;
        given = new int[regions.space().variables().size()];
        Arrays.fill(given, Assignment.OPEN);
    }

    /** As if what a situation says were so, whatever the questions say of it themselves. */
    SpaceTranslation given(Assignment assignment) {
        for (Variable variable : regions.space().variables()) {
            given[variable.index()] = assignment.value(variable);
        }
        return this;
    }

    /** All of them. */
    int whole() {
        return lift(diagram.root());
    }

    private int lift(int node) {
        if (diagram.isLeaf(node)) {
            return ends.computeIfAbsent(
                    node, leaf -> wanted.test(diagram.leaves().get(~leaf)) ? regions.all() : regions.none());
        }
        int known = done.get(node, 0);
        if (known == PairTable.ABSENT) {
            known = branch(node);
            done.put(node, 0, known);
        }
        return known;
    }

    private int branch(int node) {
        Matched here = matched.computeIfAbsent(diagram.variable(node), Matched::new);
        Variable ours = here.ours;
        if (given[ours.index()] != Assignment.OPEN) {
            return child(node, here, given[ours.index()]);
        }
        int position = regions.position(ours);
        int[] children = new int[ours.size()];
        boolean ordered = true;
        for (int value = 0; value < children.length; value++) {
            children[value] = child(node, here, value);
            ordered &= regions.sets().position(children[value]) > position;
        }
        if (ordered) {
            return regions.sets().node(position, children);
        }
        int together = regions.none();
        for (int value = 0; value < children.length; value++) {
            BitSet one = new BitSet();
            one.set(value);
            together = regions.or(together, regions.and(regions.where(ours, one), children[value]));
        }
        return together;
    }

    private int child(int node, Matched here, int value) {
        int place = here.places[value];
        return place == UNKNOWN ? (unknown ? regions.all() : regions.none()) : lift(diagram.child(node, place));
    }
}
