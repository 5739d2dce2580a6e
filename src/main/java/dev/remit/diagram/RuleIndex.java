package dev.remit.diagram;

import dev.remit.model.Id;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rules reach each role, activity, level, work category and route. Rules are named by the order in which they were
 * added. Not safe for use by several threads while rules are added.
 */
public final class RuleIndex {
    private final List<Variable> dimensions;
    /** For each dimension and value the rules that reach it. */
    private final List<List<BitSet>> reaching = new ArrayList<>();

    private final BitSet permits = new BitSet();
    private int rules;

    /** An index of no rules. */
    public RuleIndex(Space space) {
        dimensions = space.dimensions();
        for (Variable dimension : dimensions) {
            reaching.add(dimension.values().stream().map(value -> new BitSet()).toList());
        }
    }

    /** An index of rules, named by their places in the list. */
    public static RuleIndex of(List<Rule> rules, Space space) {
        RuleIndex index = new RuleIndex(space);
        rules.forEach(index::add);
        return index;
    }

    /**
     * An index as it was kept.
     *
     * @param packed what {@link #packed} gave
     */
    static RuleIndex of(Space space, List<int[]> packed) {
        RuleIndex index = new RuleIndex(space);
        List<BitSet> sets = index.sets();
        if (packed.size() != sets.size()) {
            throw new IllegalArgumentException("expected " + sets.size() + " sets, found " + packed.size());
        }
        for (int i = 0; i < sets.size(); i++) {
            int[] ends = packed.get(i);
            for (int run = 0; run < ends.length; run += 2) {
                sets.get(i).set(ends[run], ends[run + 1]);
            }
        }
        return index;
    }

    /**
     * This index as numbers: for each dimension and value, and last for the permits, where runs of rules begin and end. No
     * rule can be added to an index that is made of them again.
     */
    public List<int[]> packed() {
        return sets().stream().map(RuleIndex::runs).toList();
    }

    private static int[] runs(BitSet set) {
        IntStream.Builder ends = IntStream.builder();
        for (int from = set.nextSetBit(0); from >= 0; ) {
            int to = set.nextClearBit(from);
            ends.add(from).add(to);
            from = set.nextSetBit(to);
        }
        return ends.build().toArray();
    }

    private List<BitSet> sets() {
        List<BitSet> sets = new ArrayList<>();
        reaching.forEach(sets::addAll);
        sets.add(permits);
        return sets;
    }

    /** Adds a rule; its number is the number of rules before it. */
    public void add(Rule rule) {
        for (int i = 0; i < dimensions.size(); i++) {
            Variable dimension = dimensions.get(i);
            for (Id id : rule.reach().set(dimension.kind())) {
                reaching.get(i).get(dimension.place(id.value())).set(rules);
            }
        }
        permits.set(rules, rules + 1, rule.isPermit());
        rules++;
    }

    /** The variables that rules list sets of, in order. */
    public List<Variable> dimensions() {
        return dimensions;
    }

    /** The rules that permit. */
    public BitSet permits() {
        return (BitSet) permits.clone();
    }

    /** The rules that reach a value; not to be changed. */
    public BitSet reaching(int dimension, int value) {
        return reaching.get(dimension).get(value);
    }

    /** Those of some rules that reach a value. */
    public BitSet reaching(int dimension, int value, BitSet some) {
        BitSet both = (BitSet) some.clone();
        both.and(reaching(dimension, value));
        return both;
    }
}
