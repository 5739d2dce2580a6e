package dev.remit.analyze.region;

import dev.remit.analyze.Region;
import dev.remit.decide.ValueRestriction;
import dev.remit.diagram.Box;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Diagram;
import dev.remit.diagram.Leaf;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.Scope;
import dev.remit.model.Space;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The complete questions of one policy as sets: those a scope or condition speaks of, those granted, those that cannot be. */
public final class Questions {
    private final Policy policy;
    private final Diagram diagram;
    private final Regions regions;
    private final ConditionSets conditions;
    private final int impossible;
    private final Map<List<Asked>, Integer> granted = new HashMap<>();

    /** Sets within an empty store. */
    public Questions(CompiledPolicy compiled, Regions regions) {
        policy = compiled.policy();
        diagram = compiled.diagram();
        this.regions = regions;
        conditions = new ConditionSets(regions);
        impossible = regions.of(diagram, Questions::isInconsistent, false);
    }

    private static boolean isInconsistent(Leaf leaf) {
        return leaf instanceof Leaf.Denied denied && denied.inconsistent();
    }

    public Policy policy() {
        return policy;
    }

    public Regions regions() {
        return regions;
    }

    public Diagram diagram() {
        return diagram;
    }

    public Space space() {
        return regions.space();
    }

    /** The questions that break a constraint. */
    public int impossible() {
        return impossible;
    }

    /** The questions that would break one if what a situation settles were so. */
    public int impossible(Assignment settled) {
        return regions.of(diagram, Questions::isInconsistent, settled);
    }

    /** The questions with some grant that is as wanted. */
    public int granted(Predicate<Leaf.Grant> wanted) {
        return regions.of(diagram, leaf -> grants(leaf, wanted), false);
    }

    /** The questions that would have some grant that is as wanted if what a situation settles were so. */
    public int granted(Predicate<Leaf.Grant> wanted, Assignment settled) {
        return regions.of(diagram, leaf -> grants(leaf, wanted), settled);
    }

    private static boolean grants(Leaf leaf, Predicate<Leaf.Grant> wanted) {
        return leaf instanceof Leaf.Granted granted && granted.grants().stream().anyMatch(wanted);
    }

    /** The questions with some grant that is one of those a scope speaks of. */
    public int granted(Scope scope) {
        return granted.computeIfAbsent(List.of(Asked.of(scope)), asked -> granted(grants(scope)));
    }

    /** The questions with some grant that one scope speaks of and another does not. */
    public int grantedBut(Scope scope, Scope other) {
        Asked not = Asked.of(other);
        return not.isNothing()
                ? regions.none()
                : granted.computeIfAbsent(
                        List.of(Asked.of(scope), not),
                        asked -> granted(grants(scope).and(grants(other).negate())));
    }

    /** What a scope asks of grants; many scopes ask the same. */
    private record Asked(Map<Id.Register, List<Treatment>> granted, Set<Id.Obligation> duties) {
        static Asked of(Scope scope) {
            return new Asked(scope.granted(), scope.duties());
        }

        boolean isNothing() {
            return granted.isEmpty() && duties.isEmpty();
        }
    }

    /** The questions a scope speaks of, whatever becomes of them. */
    public int of(Scope scope) {
        int set = of(scope.when());
        for (Variable each : space().dimensions()) {
            set = regions.and(set, among(each, scope.reach().set(each.kind())));
        }
        for (var asked : scope.asked().entrySet()) {
            BitSet wishes = new BitSet();
            asked.getValue().forEach((OptOutRequest wish) -> wishes.set(wish.ordinal()));
            set = regions.and(set, regions.where(space().wish(asked.getKey()), wishes));
        }
        return set;
    }

    /** Whether a grant is one of those a scope speaks of. */
    public Predicate<Leaf.Grant> grants(Scope scope) {
        return grant -> scope.granted().entrySet().stream()
                        .allMatch(each -> each.getValue().contains(treatment(grant, each.getKey())))
                && grant.duties(policy).containsAll(scope.duties());
    }

    private Treatment treatment(Leaf.Grant grant, Id.Register register) {
        List<Id.Register> registers =
                policy.vocabulary().registers().stream().map(each -> each.id()).toList();
        return grant.population().get(registers.indexOf(register));
    }

    /** The questions in which a variable has one value, by its place. */
    public int only(Variable variable, int value) {
        return conditions.only(variable, value);
    }

    /** The fact that a variable stands for. */
    public Fact fact(Variable variable) {
        return policy.vocabulary().facts().stream()
                .filter(each -> each.id().value().equals(variable.name()))
                .findFirst()
                .orElseThrow();
    }

    private int among(Variable variable, Collection<? extends Id> ids) {
        return conditions.among(variable, ids);
    }

    /** The questions in which a condition holds. */
    public int of(Condition condition) {
        return conditions.of(condition);
    }

    /** A set told as few regions, in a fixed order. Questions that cannot be may be told with them but are not needed. */
    public List<Region> told(int set) {
        return told(set, impossible, nothingSettled());
    }

    /**
     * A set told as few regions, in a fixed order.
     *
     * @param set the questions to tell, whatever they say of what is settled
     * @param indifferent questions that may be told with them but need not be
     * @param settled what is settled: regions say nothing of it, and only questions that agree with it count
     */
    public List<Region> told(int set, int indifferent, Assignment settled) {
        return regions.boxes(set, indifferent).stream()
                .map(box -> {
                    int within = regions.minus(regions.and(regions.of(box), set), indifferent);
                    return new Region(
                            assumptions(box),
                            regions.count(within).divide(otherwise(settled)),
                            agreeing(regions.any(within).orElseThrow(), settled));
                })
                .toList();
    }

    private Assignment nothingSettled() {
        int[] open = new int[space().variables().size()];
        Arrays.fill(open, Assignment.OPEN);
        return Assignment.of(space(), open);
    }

    /** How many ways there are to say what is settled. */
    private static BigInteger otherwise(Assignment settled) {
        BigInteger ways = BigInteger.ONE;
        for (Variable variable : settled.space().variables()) {
            if (!settled.isOpen(variable)) {
                ways = ways.multiply(BigInteger.valueOf(variable.size()));
            }
        }
        return ways;
    }

    private static Assignment agreeing(Assignment question, Assignment settled) {
        int[] values = question.values();
        for (Variable variable : settled.space().variables()) {
            if (!settled.isOpen(variable)) {
                values[variable.index()] = settled.value(variable);
            }
        }
        return Assignment.of(settled.space(), values);
    }

    private static List<ValueRestriction> assumptions(Box box) {
        return box.bound().stream()
                .map(variable -> new ValueRestriction(variable, box.words(variable)))
                .toList();
    }
}
