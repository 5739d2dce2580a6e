package dev.remit.analyze.region;

import dev.remit.analyze.Region;
import dev.remit.decide.ValueRestriction;
import dev.remit.diagram.Box;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.ConditionSets;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The complete questions of one policy as sets: those that a scope or condition covers, those granted, and the
 * impossible.
 */
public final class QuestionSets {
    private final Policy policy;
    private final Diagram diagram;
    private final Regions regions;
    private final ConditionSets conditions;
    private final int contradictory;
    private final int impossible;
    private final Map<List<Asked>, Integer> granted = new HashMap<>();

    /** Makes sets in an empty store. */
    public QuestionSets(CompiledPolicy compiled, Regions regions) {
        policy = compiled.policy();
        diagram = compiled.diagram();
        this.regions = regions;
        conditions = new ConditionSets(regions);
        contradictory = conditions.contradictory(policy.vocabulary());
        impossible = regions.or(regions.of(diagram, QuestionSets::isInconsistent, false), contradictory);
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

    /** The questions about states that cannot be: they break a constraint, or contradict themselves. */
    public int impossible() {
        return impossible;
    }

    /** The questions that would be about a state that cannot be if they had the given values. */
    public int impossible(Assignment given) {
        int contradictions = contradictory;
        for (Variable each : space().variables()) {
            if (each.kind().isOfProject() && !given.isOpen(each)) {
                contradictions = regions.given(contradictions, each, given.value(each));
            }
        }
        return regions.or(regions.of(diagram, QuestionSets::isInconsistent, given), contradictions);
    }

    /** The questions with a grant that satisfies a predicate. */
    public int granted(Predicate<Leaf.Grant> wanted) {
        return regions.of(diagram, leaf -> grants(leaf, wanted), false);
    }

    /** The questions that would have a grant that satisfies a predicate if they had the given values. */
    public int granted(Predicate<Leaf.Grant> wanted, Assignment given) {
        return regions.of(diagram, leaf -> grants(leaf, wanted), given);
    }

    private static boolean grants(Leaf leaf, Predicate<Leaf.Grant> wanted) {
        return leaf instanceof Leaf.Granted granted && granted.grants().stream().anyMatch(wanted);
    }

    /** The questions with a grant that a scope covers. */
    public int granted(Scope scope) {
        return granted.computeIfAbsent(List.of(Asked.of(scope)), asked -> granted(grants(scope)));
    }

    /** The questions with a grant that one scope covers and another does not. */
    public int grantedBut(Scope scope, Scope other) {
        Asked not = Asked.of(other);
        return not.isNothing()
                ? regions.none()
                : granted.computeIfAbsent(
                        List.of(Asked.of(scope), not),
                        asked -> granted(grants(scope).and(grants(other).negate())));
    }

    /** What a scope requires of grants; many scopes require the same. */
    private record Asked(Map<Id.Register, List<Treatment>> granted, Set<Id.Obligation> duties) {
        static Asked of(Scope scope) {
            return new Asked(scope.granted(), scope.duties());
        }

        boolean isNothing() {
            return granted.isEmpty() && duties.isEmpty();
        }
    }

    /** The questions that a scope covers, whatever their answers. */
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

    /** Whether a scope covers a grant. */
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
        return conditions.among(variable, ids.stream().map(Id::value).toList());
    }

    /** The questions in which a condition holds. */
    public int of(Condition condition) {
        return conditions.of(condition);
    }

    /** Describes a set by few regions, in a fixed order. Impossible questions may be included, but need not be. */
    public List<Region> regions(int set) {
        return regions(set, impossible, nothingGiven());
    }

    /**
     * Describes a set by few regions, in a fixed order.
     *
     * @param set the questions to describe, whatever values they have for the given variables
     * @param indifferent questions that may be included but need not be
     * @param given the given values: regions do not mention them, and only questions that agree with them count
     */
    public List<Region> regions(int set, int indifferent, Assignment given) {
        return regions.boxes(set, indifferent).stream()
                .map(box -> {
                    int within = regions.minus(regions.and(regions.of(box), set), indifferent);
                    return new Region(
                            assumptions(box),
                            regions.count(within).divide(combinations(given)),
                            agreeing(regions.any(within).orElseThrow(), given));
                })
                .toList();
    }

    /**
     * The questions of a set in which some things have some values.
     *
     * @param so the values; other things may be anything
     * @param set the questions
     * @param given the given values: only questions that agree with them count
     * @return the region; empty if there are no such questions
     */
    public Optional<Region> region(List<ValueRestriction> so, int set, Assignment given) {
        int within = set;
        for (ValueRestriction each : so) {
            within = regions.and(within, conditions.among(each.about(), each.values()));
        }
        int found = within;
        return regions.any(found)
                .map(question ->
                        new Region(so, regions.count(found).divide(combinations(given)), agreeing(question, given)));
    }

    private Assignment nothingGiven() {
        int[] open = new int[space().variables().size()];
        Arrays.fill(open, Assignment.OPEN);
        return Assignment.of(space(), open);
    }

    /** The number of combinations of values of the given variables. */
    private static BigInteger combinations(Assignment given) {
        BigInteger ways = BigInteger.ONE;
        for (Variable variable : given.space().variables()) {
            if (!given.isOpen(variable)) {
                ways = ways.multiply(BigInteger.valueOf(variable.size()));
            }
        }
        return ways;
    }

    private static Assignment agreeing(Assignment question, Assignment given) {
        int[] values = question.values();
        for (Variable variable : given.space().variables()) {
            if (!given.isOpen(variable)) {
                values[variable.index()] = given.value(variable);
            }
        }
        return Assignment.of(given.space(), values);
    }

    private static List<ValueRestriction> assumptions(Box box) {
        return box.bound().stream()
                .map(variable -> new ValueRestriction(variable, box.words(variable)))
                .toList();
    }
}
