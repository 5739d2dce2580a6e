package dev.remit.diagram;

import dev.remit.model.Id;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which rules reach each role, activity, level, work category and route. Rules are named by the order in which they were
 * added. Not safe for use by several threads while rules are added.
 */
public final class RuleIndex {
    private final List<Variable> dimensions;
    /** For each dimension and value the rules that reach it. */
    private final List<List<BitSet>> reaching = new ArrayList<>();

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

    /** Adds a rule; its number is the number of rules before it. */
    public void add(Rule rule) {
        for (int i = 0; i < dimensions.size(); i++) {
            Variable dimension = dimensions.get(i);
            for (Id id : rule.reach().set(dimension.kind())) {
                reaching.get(i).get(dimension.place(id.value())).set(rules);
            }
        }
        rules++;
    }

    /** The variables that rules list sets of, in order. */
    public List<Variable> dimensions() {
        return dimensions;
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
