package dev.remit.analyze.region;

import dev.remit.diagram.Regions;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Id;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions and constraints as sets of complete questions; the set of each condition is computed once. */
public final class ConditionSets {
    private final Regions regions;
    private final Map<Condition, Integer> known = new HashMap<>();

    public ConditionSets(Regions regions) {
        this.regions = regions;
    }

    /** The questions in which a condition holds. */
    public int of(Condition condition) {
        Integer done = known.get(condition);
        if (done == null) {
            done = build(condition);
            known.put(condition, done);
        }
        return done;
    }

    /** The questions that break any of some constraints. */
    public int breaking(List<Constraint> constraints) {
        int broken = regions.none();
        for (Constraint each : constraints) {
            broken = regions.or(broken, regions.minus(of(each.given()), of(each.then())));
        }
        return broken;
    }

    /** The questions in which a variable has one of some values. */
    public int among(Variable variable, Collection<? extends Id> ids) {
        BitSet values = new BitSet();
        ids.forEach(id -> values.set(variable.ordinal(id.value()).orElseThrow()));
        return regions.where(variable, values);
    }

    /** The questions in which a variable has one value, by its place. */
    public int only(Variable variable, int value) {
        BitSet values = new BitSet();
        values.set(value);
        return regions.where(variable, values);
    }

    private int build(Condition condition) {
        Space space = regions.space();
        if (condition instanceof Condition.Leaf leaf) {
            return among(space.find(leaf.about()).orElseThrow(), leaf.values());
        }
        if (condition instanceof Condition.Not not) {
            return regions.minus(regions.all(), of(not.condition()));
        }
        if (condition instanceof Condition.All all) {
            int set = regions.all();
            for (Condition part : all.parts()) {
                set = regions.and(set, of(part));
            }
            return set;
        }
        int set = regions.none();
        for (Condition part : ((Condition.AnyOf) condition).parts()) {
            set = regions.or(set, of(part));
        }
        return set;
    }
}
