package dev.remit.diagram;

import dev.remit.model.Assignment;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.late.LateList;
import java.util.List;

/**
 * A policy compiled into one multi-valued decision diagram.
 *
 * <p>It has an upper and a lower part. Above, choices and the attributes of many values are tested, down to a pattern with rules
 * filled in; below, the pattern tests the rest. A pattern is shared by all rules that do the same, so a policy that says
 * the same of a thousand hospitals is hardly larger, and no slower, than one that says it of a single one. Choices stand
 * above knowledge. A walk never fails, takes at most {@link #depth()} steps, and allocates nothing. Immutable and safe to
 * share.
 *
 * <p>For analysis the two parts look like one diagram: a node is a number from 0 on, a leaf the complement of its number.
 */
public final class Diagram {
    private final Space space;
    private final int[] ranks;
    private final Layout layout;
    private final TwoLevelLayout parts;
    private final Entrance entrance;
    private final Permits permits;
    private final List<Guard> guards;
    private final List<Leaf> leaves;
    private final int depth;

    Diagram(
            Space space,
            int[] ranks,
            Layout layout,
            TwoLevelLayout parts,
            Permits permits,
            List<Guard> guards,
            List<Leaf> leaves,
            int depth) {
        this.space = space;
        this.ranks = ranks;
        this.layout = layout;
        this.parts = parts;
        this.permits = permits;
        this.guards = List.copyOf(guards);
        this.leaves = leaves;
        this.depth = depth;
        entrance = Entrance.of(space, layout, parts.top());
    }

    /**
     * A compiled diagram as numbers, to be kept beside its policy and taken up again.
     *
     * @param permits the diagram of permitted or not alone
     * @param entry the way its walks begin with
     * @param guards the facts that guard
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    public record Packed(
            int[] ranks,
            Layout layout,
            TwoLevelLayout parts,
            Layout permits,
            int entry,
            List<Guard> guards,
            List<Leaf> leaves,
            int depth) {
        public Packed {
            guards = List.copyOf(guards);
            leaves = LateList.kept(leaves);
        }
    }

    /** This diagram as numbers. */
    public Packed packed() {
        return new Packed(ranks, layout, parts, permits.layout(), permits.top(), guards, leaves, depth);
    }

    /** Takes up a diagram of a policy with a space. */
    public static Diagram of(Space space, Packed packed) {
        return new Diagram(
                space,
                packed.ranks,
                packed.layout,
                packed.parts,
                new Permits(space, packed.permits, packed.entry),
                packed.guards,
                packed.leaves,
                packed.depth);
    }

    /** The space of the questions this diagram answers. */
    public Space space() {
        return space;
    }

    /**
     * The number of the leaf a question ends at.
     *
     * @param values for each variable in order its value's place, or {@link Assignment#OPEN} where that is allowed
     */
    public int find(int[] values) {
        return leafAt(end(values));
    }

    /**
     * The place a question ends at: a number below {@link #ends()}, found in fewer steps than the leaf, which several
     * places have in common.
     *
     * @param values as for {@link #find}
     */
    public int end(int[] values) {
        int filled = layout.walk(entrance.way(values), values);
        return parts.end(filled, layout.walk(parts.pattern(filled), values));
    }

    /** How many places there are for questions to end at. */
    public int ends() {
        return parts.ends();
    }

    /** The number of the leaf at a place where questions end. */
    public int leafAt(int end) {
        return parts.leaf(end);
    }

    /**
     * Whether a question is permitted: the same as to look whether it ends at a {@link Leaf.Granted}, in fewer steps.
     *
     * @param values as for {@link #find}
     */
    public boolean permits(int[] values) {
        return permits.permits(values);
    }

    /**
     * The facts that guard, in the order of the space: of each there are two complete questions that differ in it alone and
     * violate no constraint, one permitted with the fact false, the other not permitted with it true.
     */
    public List<Guard> guards() {
        return guards;
    }

    /** Every leaf; a leaf's number is its place here. They are made when they are looked at. */
    public List<Leaf> leaves() {
        return leaves;
    }

    /** The node at the top, or the complement of a leaf's number. */
    public int root() {
        return parts.root(layout);
    }

    /** Whether this is a leaf; its number is the complement. */
    public boolean isLeaf(int node) {
        return node < 0;
    }

    /** The variable a node tests. */
    public Variable variable(int node) {
        return space.variables().get(index(node));
    }

    private int index(int node) {
        return layout.variable(parts.way(node, layout));
    }

    /** Where a value leads from a node, {@link Assignment#OPEN} for "left open". */
    public int child(int node, int value) {
        int way = layout.next(parts.way(node, layout), value);
        if (way == Layout.NO_WAY) {
            throw new IllegalArgumentException(variable(node).name() + " cannot be left open");
        }
        return parts.at(way, parts.filled(node), layout);
    }

    /**
     * Where a node's variable stands in the order in which variables are tested; a leaf comes after all. A child's rank
     * is always greater than its parent's.
     */
    public int rank(int node) {
        return isLeaf(node) ? ranks.length : ranks[index(node)];
    }

    /** Where a variable stands in the order in which variables are tested. */
    public int rankOf(Variable variable) {
        return ranks[variable.index()];
    }

    /** How many nodes there are, each pattern's counted once. */
    public int nodeCount() {
        return layout.size();
    }

    /** How many nodes there are for permitted or not alone. */
    int nodesOfPermits() {
        return permits.nodeCount();
    }

    /** The most steps a walk can take. */
    public int depth() {
        return depth;
    }

    /** How many numbers the layout takes. */
    public int length() {
        return layout.length();
    }

    /** How many steps the walk for a question takes once it is past its entrance. */
    int steps(int[] values) {
        int way = entrance.way(values);
        int filled = ~way;
        int steps = 0;
        for (; way >= 0; steps++) {
            way = layout.next(way, values[layout.variable(way)]);
            filled = ~way;
        }
        for (way = parts.pattern(filled); way >= 0; steps++) {
            way = layout.next(way, values[layout.variable(way)]);
        }
        return steps;
    }

    /** Where a node's way on for a value stands among the numbers. */
    int place(int node, int value) {
        return layout.place(parts.way(node, layout), value);
    }

    /** A copy of the numbers; tests break it on purpose. */
    int[] numbers() {
        return layout.numbers();
    }

    /** This diagram with other numbers, as many, in place of its own. */
    Diagram with(int[] numbers) {
        return new Diagram(space, ranks, layout.with(numbers), parts, permits, guards, leaves, depth);
    }

    @Override
    public String toString() {
        return "diagram of " + nodeCount() + " nodes, " + parts + ", " + leaves.size() + " leaves, depth " + depth
                + ", " + length() + " numbers; permits alone take " + permits.nodeCount() + " nodes";
    }
}
