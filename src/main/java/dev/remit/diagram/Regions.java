package dev.remit.diagram;

import dev.remit.model.Assignment;
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
import java.util.function.ToIntFunction;

/**
 * Exact sets of complete questions: made from diagrams, put together, counted, and divided into a few {@link Box boxes}.
 *
 * <p>A set is a number that means the same set wherever it came from, so that two sets are equal if and only if their numbers
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
        this(space, each -> rank(like, each));
    }

    /** Sets of the questions of one space, with variables of lower rank tested earlier. */
    Regions(Space space, ToIntFunction<Variable> rank) {
        this.space = space;
        byPosition = space.variables().stream()
                .sorted(Comparator.comparingInt(rank).thenComparing(Variable::index))
                .toList();
        positions = new int[byPosition.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[byPosition.get(i).index()] = i;
        }
        sets = new Forest<>(CompiledPolicy.ALLOWED);
        and = sets.lift(Boolean::logicalAnd);
        or = sets.lift(Boolean::logicalOr);
        minus = sets.lift((one, other) -> one && !other);
        none = sets.leaf(false);
        all = sets.leaf(true);
    }

    static int rank(Diagram like, Variable variable) {
        return like.space()
                .find(variable.name())
                .map(like::rankOf)
                .orElse(variable.kind().isKnowledge() ? 0 : variable.index());
    }

    /** The space of the questions. */
    public Space space() {
        return space;
    }

    /** How many nodes were made so far for all sets together: how much memory they take, and a measure of the work. */
    public int nodes() {
        return sets.size();
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

    /** The questions that are not in a set. */
    public int outside(int set) {
        return minus.apply(all, set);
    }

    /** The questions in a set, or those outside it. */
    public int side(int set, boolean isIn) {
        return isIn ? set : outside(set);
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
     * uses a value the diagram's space does not have is in the set if and only if {@code unknown} says so, and a variable that
     * space does not have makes no difference.
     */
    public int of(Diagram diagram, Predicate<Leaf> wanted, boolean unknown) {
        return of(diagram, wanted, unknown, Renames.NONE);
    }

    /** The questions that end at certain leaves of a diagram whose words go by other names here. */
    public int of(Diagram diagram, Predicate<Leaf> wanted, boolean unknown, Renames renames) {
        return new SpaceTranslation(this, diagram, wanted, unknown, renames).whole();
    }

    /**
     * The questions that would end at certain leaves of a diagram of this space if what a situation says were so,
     * whatever they say of it themselves. Only what can be reached from there is looked at.
     */
    public int of(Diagram diagram, Predicate<Leaf> wanted, Assignment given) {
        return new SpaceTranslation(this, diagram, wanted, false, Renames.NONE)
                .given(given)
                .whole();
    }

    /** The questions that would be in a set if a variable had one value, whatever value it has. */
    public int given(int set, Variable variable, int value) {
        int position = positions[variable.index()];
        return given(set, position, value, new PairTable());
    }

    private int given(int set, int position, int value, PairTable done) {
        if (sets.position(set) > position) {
            return set;
        }
        if (sets.position(set) == position) {
            return sets.child(set, value);
        }
        int known = done.get(set, 0);
        if (known == PairTable.ABSENT) {
            int[] children = new int[sets.arity(set)];
            for (int edge = 0; edge < children.length; edge++) {
                children[edge] = given(sets.child(set, edge), position, value, done);
            }
            known = sets.node(sets.position(set), children);
            done.put(set, 0, known);
        }
        return known;
    }

    /** The questions that would be in a set if a variable had some value, whatever value it has. */
    public int whatever(int set, Variable variable) {
        return whatever(set, positions[variable.index()], new HashMap<>());
    }

    private int whatever(int set, int position, Map<Integer, Integer> done) {
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
                    children[edge] = whatever(sets.child(set, edge), position, done);
                }
                known = sets.node(sets.position(set), children);
            }
            done.put(set, known);
        }
        return known;
    }

    /**
     * Whether a question is in a set.
     *
     * @param values for each variable in order its value's place; of variables the set does not hang on, anything
     */
    public boolean contains(int set, int[] values) {
        int node = set;
        while (!sets.isLeaf(node)) {
            node = sets.child(node, values[byPosition.get(sets.position(node)).index()]);
        }
        return sets.value(node);
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

    /** The variable at a place in the order in which sets test the variables. */
    Variable at(int position) {
        return byPosition.get(position);
    }

    /**
     * Whether a question's being in a set can hang on one variable alone: some two questions differ in it and in nothing
     * else, and one is in the set.
     *
     * @param care the questions that count; both are among them
     */
    public boolean hangs(int set, Variable variable, int care) {
        for (int one = 0; one < variable.size(); one++) {
            for (int other = 0; other < one; other++) {
                int with = given(set, variable, one);
                int without = given(set, variable, other);
                int apart = with == without ? none : or(minus(with, without), minus(without, with));
                if (apart != none
                        && and(apart, and(given(care, variable, one), given(care, variable, other))) != none) {
                    return true;
                }
            }
        }
        return false;
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

    /** A question of a set, the first in the order of the space; empty if there is none. */
    public Optional<Assignment> any(int set) {
        if (set == none) {
            return Optional.empty();
        }
        Box first = first(set);
        int[] values = new int[positions.length];
        for (Variable variable : space.variables()) {
            values[variable.index()] = first.values(variable).nextSetBit(0);
        }
        return Optional.of(Assignment.of(space, values));
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
     * Divides a set into boxes: together they hold every question of it and none outside it but those that do not matter;
     * none of them can be enlarged, and none can be left out. The same set always comes out as the same boxes in the same
     * order, whatever diagram it was made from.
     *
     * @param set the questions to divide
     * @param indifferent questions that may lie in a box too, such as those that cannot be
     */
    public List<Box> boxes(int set, int indifferent) {
        int needed = minus(set, indifferent);
        Enlarging enlarging = new Enlarging(sets, byPosition, or(set, indifferent));
        List<Box> boxes = new ArrayList<>();
        int left = needed;
        while (left != none) {
            Box box = enlarging.enlarged(space, first(left));
            boxes.add(box);
            left = minus(left, of(box));
        }
        return irredundant(boxes, needed).stream().sorted().toList();
    }

    /** The first question of a set that holds one, in the order of the space. */
    private Box first(int set) {
        BitSet[] values = Box.everything(space);
        int left = set;
        for (Variable variable : space.variables()) {
            int value = 0;
            int here = given(left, variable, value);
            while (here == none) {
                here = given(left, variable, ++value);
            }
            BitSet one = new BitSet();
            one.set(value);
            values[variable.index()] = one;
            left = here;
        }
        return new Box(space, Arrays.asList(values));
    }

    /** Without the boxes that the others make unnecessary; later ones go first. */
    private List<Box> irredundant(List<Box> boxes, int set) {
        int[] before = new int[boxes.size() + 1];
        before[0] = none;
        for (int i = 0; i < boxes.size(); i++) {
            before[i + 1] = or(before[i], and(set, of(boxes.get(i))));
        }
        List<Box> kept = new ArrayList<>();
        int after = none;
        for (int i = boxes.size() - 1; i >= 0; i--) {
            int own = and(set, of(boxes.get(i)));
            if (minus(own, or(before[i], after)) != none) {
                kept.add(boxes.get(i));
                after = or(after, own);
            }
        }
        return kept;
    }
}
