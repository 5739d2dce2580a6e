package dev.remit.analyze.export;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Answer;
import dev.remit.decide.Basis;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Outcome;
import dev.remit.decide.OutcomeTable;
import dev.remit.decide.PolicyIdentity;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.ConditionSets;
import dev.remit.diagram.Diagram;
import dev.remit.diagram.Leaf;
import dev.remit.diagram.NodeTable;
import dev.remit.diagram.Regions;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy as tables from which a program can answer every question as the engine does: a diagram that ends at outcomes,
 * and two sets of questions that say what still has to be known.
 *
 * <p>Questions about states that cannot be end at one outcome, {@code inconsistent}, whichever constraint they break; so
 * their number does not blow up the diagram.
 */
public final class PolicyTables {
    /** What is said of states that cannot be. */
    private static final Outcome IMPOSSIBLE =
            new Outcome(Answer.DENIED, Basis.INCONSISTENT, List.of(), Set.of(), Map.of(), List.of(), List.of());

    private final Policy policy;
    private final PolicyIdentity identity;
    private final Space space;
    private final Set<Id.Fact> mustBeSaid;
    private final NodeTable answers;
    private final List<Outcome> outcomes;
    private final NodeTable sets;

    private PolicyTables(DecisionPoint decisions) {
        policy = decisions.policy();
        identity = decisions.identity();
        space = decisions.space();
        mustBeSaid = decisions.mustBeSaid();
        Diagram diagram = decisions.compiled().diagram();
        OutcomeTable table = new OutcomeTable(policy);
        Map<Outcome, Integer> numbers = new LinkedHashMap<>();
        numbers.put(IMPOSSIBLE, 0);
        int[] ends = new int[diagram.leaves().size()];
        for (int leaf = 0; leaf < ends.length; leaf++) {
            Outcome outcome = outcome(table, diagram.leaves().get(leaf));
            Integer known = numbers.putIfAbsent(outcome, numbers.size());
            ends[leaf] = known == null ? numbers.size() - 1 : known;
        }
        answers = NodeTable.of(diagram, leaf -> ends[leaf]);
        outcomes = List.copyOf(numbers.keySet());
        Regions regions = new Regions(space, diagram);
        int possible = new ConditionSets(regions).possible(policy);
        Policy unconstrained = new Policy(
                policy.header(), policy.vocabulary(), policy.rules(), List.of(), policy.rulings(), policy.clauses());
        Diagram rulesAlone = policy.constraints().isEmpty()
                ? diagram
                : CompiledPolicy.of(unconstrained).diagram();
        int granted = regions.of(rulesAlone, Leaf.Granted.class::isInstance, false);
        sets = NodeTable.of(regions, List.of(granted, possible));
    }

    private static Outcome outcome(OutcomeTable table, Leaf leaf) {
        boolean isImpossible =
                leaf == Leaf.NoState.NO_STATE || (leaf instanceof Leaf.Denied denied && denied.inconsistent());
        return isImpossible ? IMPOSSIBLE : table.outcome(leaf);
    }

    /**
     * The tables of a policy.
     *
     * @throws TooLargeException if they take more nodes than a diagram may have
     */
    public static PolicyTables of(DecisionPoint decisions) {
        return new PolicyTables(requireNonNull(decisions, "decisions"));
    }

    /** The policy. */
    public Policy policy() {
        return policy;
    }

    /** Which policy it is. */
    public PolicyIdentity identity() {
        return identity;
    }

    /** The space of its questions. */
    public Space space() {
        return space;
    }

    /** The value that a closed question gives a fact nobody says anything about; empty if it stays unknown. */
    public Optional<Id.Value> ifUnsaid(Fact fact) {
        return mustBeSaid.contains(fact.id()) ? Optional.empty() : fact.domain().ifUnsaid();
    }

    /** The nodes of the diagram of answers, as {@link NodeTable#nodes} says; ends are outcomes by place. */
    public List<int[]> nodes() {
        return answers.nodes();
    }

    /** The way into the diagram of answers. */
    public int root() {
        return answers.roots().get(0);
    }

    /** Every outcome; the first is that of what cannot be. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** The nodes of the two sets of complete questions: end 1 lies in the set, end 0 outside. */
    public List<int[]> nodesOfSets() {
        return sets.nodes();
    }

    /** The way into the set of questions that the rules permit, constraints aside. */
    public int granted() {
        return sets.roots().get(0);
    }

    /** The way into the set of questions about states that can be. */
    public int possible() {
        return sets.roots().get(1);
    }
}
