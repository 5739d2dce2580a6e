package dev.remit.diagram;

import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions and constraints as sets of complete questions; the set of each condition is computed once. */
public final class ConditionSets {
    private final Regions regions;
    private final Assignment given;
    private final Map<Condition, Integer> known = new HashMap<>();

    /** Conditions over everything a question can say. */
    public ConditionSets(Regions regions) {
        this(regions, Assignment.of(regions.space(), nothing(regions.space())));
    }

    /** Conditions over what a situation leaves open: of the rest, what it says is so in every question. */
    public ConditionSets(Regions regions, Assignment given) {
        this.regions = regions;
        this.given = given;
    }

    private static int[] nothing(Space space) {
        int[] nothing = new int[space.variables().size()];
        Arrays.fill(nothing, Assignment.OPEN);
        return nothing;
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

    /** The questions in which the project holds a permission that it has never held: there are no such states. */
    public int contradictory(Vocabulary vocabulary) {
        int contradictory = regions.none();
        for (OptOutRegister each : vocabulary.registers()) {
            contradictory = regions.or(
                    contradictory,
                    regions.minus(of(new Condition.Permitted(each.id())), of(new Condition.EverPermitted(each.id()))));
        }
        return contradictory;
    }

    /** The questions about states that can be: they break no constraint and do not contradict themselves. */
    public int possible(Policy policy) {
        int impossible = regions.or(breaking(policy.constraints()), contradictory(policy.vocabulary()));
        return regions.outside(impossible);
    }

    /** The questions in which a variable has one of some values. */
    public int among(Variable variable, Collection<String> words) {
        BitSet values = new BitSet();
        words.forEach(word -> values.set(variable.ordinal(word).orElseThrow()));
        return regions.where(variable, values);
    }

    /** The questions in which a variable has one value, by its place. */
    public int only(Variable variable, int value) {
        BitSet values = new BitSet();
        values.set(value);
        return regions.where(variable, values);
    }

    private int build(Condition condition) {
        if (condition instanceof Condition.Leaf leaf) {
            Variable about = regions.space().find(leaf.about()).orElseThrow();
            if (given.isOpen(about)) {
                return among(about, leaf.holdsWith());
            }
            return leaf.holdsWith().contains(given.word(about)) ? regions.all() : regions.none();
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
