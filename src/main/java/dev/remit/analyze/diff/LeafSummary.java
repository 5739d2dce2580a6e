package dev.remit.analyze.diff;

import dev.remit.model.PolicyPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a policy says about a complete question.
 *
 * @param grants what grants it; nothing if it is not granted
 * @param bars what stands in its way: the rules that forbid it and the constraints it breaks
 * @param impossible whether it breaks a constraint
 * @param unaskable whether it cannot be asked
 */
record LeafSummary(List<Grant> grants, List<PolicyPath> bars, boolean impossible, boolean unaskable) {
    /** Nothing: the question cannot be asked, since it has a word that the policy does not know. */
    static final LeafSummary NOTHING = new LeafSummary(List.of(), List.of(), false, true);

    LeafSummary {
        grants = grants.stream()
                .sorted(Comparator.comparing(Grant::path).thenComparing(Grant::terms, GrantTerms.ORDER))
                .toList();
        bars = bars.stream().sorted().toList();
    }

    /**
     * One rule granting something.
     *
     * @param path the rule, such as {@code rules.research-run}
     * @param terms on which terms
     */
    record Grant(PolicyPath path, GrantTerms terms) {}

    /** What is granted in either of two states of the world, in the same way. States that cannot be have no say. */
    LeafSummary and(LeafSummary other) {
        if (impossible || equals(other)) {
            return other;
        }
        if (other.impossible) {
            return this;
        }
        List<Grant> both = new ArrayList<>(grants);
        both.retainAll(other.grants);
        return new LeafSummary(both, List.of(), false, false);
    }

    /** Whether the policy says nothing of it: of a state that cannot be, or in words that it does not know. */
    boolean isSilent() {
        return impossible || unaskable;
    }

    boolean isGranted() {
        return !grants.isEmpty();
    }

    /** The terms among which whoever acts may choose. */
    Set<GrantTerms> terms() {
        return grants.stream().map(Grant::terms).collect(Collectors.toSet());
    }

    /** The rules and constraints that give the answer. */
    List<PolicyPath> reasons() {
        return grants.isEmpty()
                ? bars
                : grants.stream().map(Grant::path).distinct().toList();
    }
}
