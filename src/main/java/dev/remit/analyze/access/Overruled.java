package dev.remit.analyze.access;

import dev.remit.analyze.region.QuestionSetStore;
import dev.remit.analyze.region.QuestionSets;
import dev.remit.analyze.region.ReachedGrants;
import dev.remit.decide.DecisionPoint;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Leaf;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Rule;
import dev.remit.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a policy would permit if no rule forbade anything, and which rules forbid some of that. */
final class Overruled {
    private final Policy policy;
    private final List<Rule> forbids;
    private final CompiledPolicy unforbidden;
    private final QuestionSetStore questions;

    Overruled(DecisionPoint decisions) {
        policy = decisions.policy();
        forbids = policy.rules().stream().filter(rule -> !rule.isPermit()).toList();
        unforbidden = forbids.isEmpty() ? decisions.compiled() : CompiledPolicy.of(without(policy));
        questions = new QuestionSetStore(unforbidden);
    }

    private static Policy without(Policy policy) {
        List<Rule> permits = policy.rules().stream().filter(Rule::isPermit).toList();
        return new Policy(
                policy.header(),
                policy.vocabulary(),
                permits,
                policy.constraints(),
                policy.rulings(),
                policy.clauses());
    }

    /** The rules that permit part of a role, activity and level, or would if nothing forbade it, by id. */
    List<Id.Rule> permitting(Assignment asked) {
        return granting(unforbidden, asked);
    }

    /** The rules that permit part of a question under a policy, by id. */
    static List<Id.Rule> granting(CompiledPolicy compiled, Assignment asked) {
        SortedSet<Id.Rule> granting = new TreeSet<>();
        for (Leaf.Granted leaf :
                new ReachedGrants(compiled.diagram(), asked).granted().keySet()) {
            leaf.grants()
                    .forEach(grant -> granting.add(
                            compiled.policy().rules().get(grant.rule()).id()));
        }
        return List.copyOf(granting);
    }

    /** The rules that forbid part of what others permit of a role, activity and level, by id. */
    List<Id.Rule> forbidding(Assignment asked) {
        List<Rule> reaching =
                forbids.stream().filter(rule -> rule.reach().covers(asked)).toList();
        return reaching.isEmpty()
                ? List.of()
                : questions.fitting(
                        sets -> forbidding(reaching, asked, sets),
                        reaching.stream().map(Rule::when).toList(),
                        () -> "the rules that forbid `" + asked + "`",
                        reaching.stream().map(rule -> PolicyPath.of(rule.id())).toList());
    }

    private static List<Id.Rule> forbidding(List<Rule> reaching, Assignment asked, QuestionSets sets) {
        int permitted = sets.granted(grant -> true, asked);
        return reaching.stream()
                .filter(rule -> sets.regions().and(sets.of(scope(rule)), permitted)
                        != sets.regions().none())
                .map(Rule::id)
                .toList();
    }

    private static Scope scope(Rule rule) {
        return new Scope(rule.reach(), rule.when(), Map.of(), Map.of(), Set.of());
    }
}
