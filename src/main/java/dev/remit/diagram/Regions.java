package dev.remit.diagram;

import dev.remit.model.Situation;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Exact sets of complete questions: made from diagrams, put together, counted, and told as a few {@link Box boxes}.
 *
 * <p>A set is a number that means the same set wherever it came from, so that two sets are equal just if their numbers
 * are. Not safe for use by several threads.
 */
public final class Regions {
    private final Space space;
    private final int[] positions;
    private final List<Variable> byPosition;
    private final Forest<Boolean> sets;
    private final Forest<Boolean>.Operation and;
    private final Forest<Boolean>.Operation or;
    private final Forest<Boolean>.Operation minus;
    private final int none;
    private final int all;

    /**
     * Sets of the questions of one space.
     *
     * @param space the space
     * @param like a diagram whose order of variables is followed where it has them; sets made from it are quick
     */
    public Regions(Space space, Diagram like) {
        this.space = space;
        byPosition = space.variables().stream()
                .sorted(Comparator.comparing((Variable each) -> rank(like, each))
                        .thenComparing(Variable::index))
                .toList();
        positions = new int[byPosition.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[byPosition.get(i).index()] = i;
        }
        sets = new Forest<>(Diagram.DEFAULT_BUDGET);
        and = sets.lift(Boolean::logicalAnd);
        or = sets.lift(Boolean::logicalOr);
        minus = sets.lift((one, other) -> one && !other);
        none = sets.leaf(false);
        all = sets.leaf(true);
    }

    private static int rank(Diagram like, Variable variable) {
        return like.space()
                .find(variable.name())
                .map(like::rankOf)
                .orElse(variable.kind().isKnowledge() ? 0 : variable.index());
    }

    /** The space of the questions. */
    public Space space() {
        return space;
    }

    /** No question. */
    public int none() {
        return none;
    }

    /** Every complete question. */
    public int all() {
        return all;
    }

    /** The questions in both sets. */
    public int and(int one, int other) {
        return and.apply(one, other);
    }

    /** The questions in either set. */
    public int or(int one, int other) {
        return or.apply(one, other);
    }

    /** The questions in the first set that are not in the second. */
    public int minus(int one, int other) {
        return minus.apply(one, other);
    }

    /** The questions where a variable has one of some values, by place. */
    public int where(Variable variable, BitSet values) {
        int[] children = new int[variable.size()];
        for (int value = 0; value < children.length; value++) {
            children[value] = values.get(value) ? all : none;
        }
        return sets.node(positions[variable.index()], children);
    }

    /**
     * The questions that end at certain leaves of a diagram. Variables and values are matched by name; a question that
     * uses a value the diagram's space does not have is in the set just if {@code unknown} says so, and a variable that
     * space does not have makes no difference.
     */
    public int of(Diagram diagram, Predicate<Leaf> wanted, boolean unknown) {
        return of(diagram, wanted, unknown, Renames.NONE);
    }

    /** The questions that end at certain leaves of a diagram whose words go by other names here. */
    public int of(Diagram diagram, Predicate<Leaf> wanted, boolean unknown, Renames renames) {
        return new Lift(diagram, wanted, unknown, renames).lift(diagram.root());
    }

    /** Brings a diagram's complete questions into this space and order. */
    private final class Lift {
        private final Diagram diagram;
        private final Predicate<Leaf> wanted;
        private final boolean unknown;
        private final Renames renames;
        private final Map<Integer, Integer> done = new HashMap<>();

        Lift(Diagram diagram, Predicate<Leaf> wanted, boolean unknown, Renames renames) {
            this.diagram = diagram;
            this.wanted = wanted;
            this.unknown = unknown;
            this.renames = renames;
        }

        int lift(int node) {
            if (diagram.isLeaf(node)) {
                return wanted.test(diagram.leaves().get(~node)) ? all : none;
            }
            Integer known = done.get(node);
            if (known == null) {
                known = branch(node);
                done.put(node, known);
            }
            return known;
        }

        private int branch(int node) {
            Variable theirs = diagram.variable(node);
            Variable ours = space.find(renames.name(theirs)).orElseThrow();
            List<String> values = renames.values(theirs);
            int[] children = new int[ours.size()];
            boolean ordered = true;
            for (int value = 0; value < children.length; value++) {
                int place = values.indexOf(ours.values().get(value));
                children[value] = place < 0 ? (unknown ? all : none) : lift(diagram.child(node, place));
                ordered &= sets.position(children[value]) > positions[ours.index()];
            }
            if (ordered) {
                return sets.node(positions[ours.index()], children);
            }
            int together = none;
            for (int value = 0; value < children.length; value++) {
                BitSet one = new BitSet();
                one.set(value);
                together = or(together, and(where(ours, one), children[value]));
            }
            return together;
        }
    }

    /** The questions that would be in a set if a variable had one value, whatever value it has. */
    public int given(int set, Variable variable, int value) {
        int position = positions[variable.index()];
        return given(set, position, value, new HashMap<>());
    }

    private int given(int set, int position, int value, Map<Integer, Integer> done) {
        if (sets.position(set) > position) {
            return set;
        }
        if (sets.position(set) == position) {
            return sets.child(set, value);
        }
        Integer known = done.get(set);
        if (known == null) {
            int[] children = new int[sets.arity(set)];
            for (int edge = 0; edge < children.length; edge++) {
                children[edge] = given(sets.child(set, edge), position, value, done);
            }
            known = sets.node(sets.position(set), children);
            done.put(set, known);
        }
        return known;
    }

    /** The questions that would be in a set if a variable had some value, whatever value it has. */
    public int some(int set, Variable variable) {
        return some(set, positions[variable.index()], new HashMap<>());
    }

    private int some(int set, int position, Map<Integer, Integer> done) {
        if (sets.position(set) > position) {
            return set;
        }
        Integer known = done.get(set);
        if (known == null) {
            if (sets.position(set) == position) {
                known = none;
                for (int edge = 0; edge < sets.arity(set); edge++) {
                    known = or(known, sets.child(set, edge));
                }
            } else {
                int[] children = new int[sets.arity(set)];
                for (int edge = 0; edge < children.length; edge++) {
                    children[edge] = some(sets.child(set, edge), position, done);
                }
                known = sets.node(sets.position(set), children);
            }
            done.put(set, known);
        }
        return known;
    }

    /** The variables whose values make a difference to a set, in the order of the space. */
    public List<Variable> about(int set) {
        BitSet found = new BitSet();
        about(set, found, new HashSet<>());
        return space.variables().stream()
                .filter(each -> found.get(positions[each.index()]))
                .toList();
    }

    private void about(int set, BitSet found, Set<Integer> seen) {
        if (!sets.isLeaf(set) && seen.add(set)) {
            found.set(sets.position(set));
            for (int edge = 0; edge < sets.arity(set); edge++) {
                about(sets.child(set, edge), found, seen);
            }
        }
    }

    /** Where a variable stands in the order in which sets test the variables. */
    int position(Variable variable) {
        return positions[variable.index()];
    }

    /** The store in which sets lie. */
    Forest<Boolean> sets() {
        return sets;
    }

    /** How many complete questions a set holds. */
    public BigInteger count(int set) {
        return count(set, 0, new HashMap<>());
    }

    private BigInteger count(int set, int from, Map<Integer, BigInteger> known) {
        int position = sets.isLeaf(set) ? byPosition.size() : sets.position(set);
        BigInteger free = BigInteger.ONE;
        for (int skipped = from; skipped < position; skipped++) {
            free = free.multiply(BigInteger.valueOf(byPosition.get(skipped).size()));
        }
        if (sets.isLeaf(set)) {
            return sets.value(set) ? free : BigInteger.ZERO;
        }
        BigInteger here = known.get(set);
        if (here == null) {
            here = BigInteger.ZERO;
            for (int edge = 0; edge < sets.arity(set); edge++) {
                here = here.add(count(sets.child(set, edge), position + 1, known));
            }
            known.put(set, here);
        }
        return here.multiply(free);
    }

    /** A question of a set, the first in order; empty if there is none. */
    public Optional<Situation> any(int set) {
        return first(set).map(box -> {
            int[] values = new int[positions.length];
            for (Variable variable : space.variables()) {
                values[variable.index()] = box.values(variable).nextSetBit(0);
            }
            return Situation.of(space, values);
        });
    }

    /** The questions of a box. */
    public int of(Box box) {
        int set = all;
        for (int position = byPosition.size() - 1; position >= 0; position--) {
            Variable variable = byPosition.get(position);
            set = and(where(variable, box.values(variable)), set);
        }
        return set;
    }

    /**
     * Tells a set as boxes: together they hold every question of it and none outside it but those that do not matter;
     * none of them can be enlarged, and none can be left out. The same set always comes out as the same boxes.
     *
     * @param set the questions to tell
     * @param indifferent questions that may be told too, such as those that cannot be
     */
    public List<Box> boxes(int set, int indifferent) {
        int within = or(set, indifferent);
        int left = minus(set, indifferent);
        List<Box> boxes = new ArrayList<>();
        while (left != none) {
            Box box = enlarged(first(left).orElseThrow(), within);
            boxes.add(box);
            left = minus(left, of(box));
        }
        return irredundant(boxes, minus(set, indifferent));
    }

    private Optional<Box> first(int set) {
        if (set == none) {
            return Optional.empty();
        }
        BitSet[] values = Box.everything(space);
        int node = set;
        while (!sets.isLeaf(node)) {
            int edge = 0;
            while (sets.child(node, edge) == none) {
                edge++;
            }
            BitSet one = new BitSet();
            one.set(edge);
            values[byPosition.get(sets.position(node)).index()] = one;
            node = sets.child(node, edge);
        }
        return Optional.of(new Box(space, Arrays.asList(values)));
    }

    /** Knowledge and wishes are freed first, so that boxes speak of as little as they can. */
    private Box enlarged(Box box, int within) {
        Box grown = box;
        for (int position = byPosition.size() - 1; position >= 0; position--) {
            Variable variable = byPosition.get(position);
            Box freed = grown.with(variable, Box.every(variable));
            if (holds(within, freed, new HashMap<>())) {
                grown = freed;
                continue;
            }
            for (int value = 0; value < variable.size(); value++) {
                BitSet more = grown.values(variable);
                if (!more.get(value)) {
                    more.set(value);
                    Box wider = grown.with(variable, more);
                    grown = holds(within, wider, new HashMap<>()) ? wider : grown;
                }
            }
        }
        return grown;
    }

    /** Whether every question of a box is in a set. */
    private boolean holds(int set, Box box, Map<Integer, Boolean> known) {
        if (sets.isLeaf(set)) {
            return sets.value(set);
        }
        Boolean done = known.get(set);
        if (done == null) {
            BitSet values = box.values(byPosition.get(sets.position(set)));
            done = true;
            for (int value = values.nextSetBit(0); value >= 0 && done; value = values.nextSetBit(value + 1)) {
                done = holds(sets.child(set, value), box, known);
            }
            known.put(set, done);
        }
        return done;
    }

    private List<Box> irredundant(List<Box> boxes, int set) {
        List<Box> kept = new ArrayList<>(boxes);
        for (int i = kept.size() - 1; i >= 0; i--) {
            int others = none;
            for (int j = 0; j < kept.size(); j++) {
                others = j == i ? others : or(others, of(kept.get(j)));
            }
            if (minus(and(set, of(kept.get(i))), others) == none) {
                kept.remove(i);
            }
        }
        return List.copyOf(kept);
    }
}
