package dev.remit.analyze.lint;

import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Rule;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Facts that rules mention, suspected of making no difference until a meeting shows otherwise: two possible questions
 * which differ in the fact alone and are answered differently.
 */
final class IdleFacts {
    private final List<Set<Id.Fact>> mentioned = new ArrayList<>();
    /** For each fact under suspicion, a question in which it could have made a difference, once one was seen. */
    private final Map<Id.Fact, Optional<Assignment>> suspected = new TreeMap<>();

    /** One way in which something is granted. */
    private record Way(List<Treatment> population, Set<Id.Obligation> duties) {}

    IdleFacts(Policy policy) {
        for (Rule rule : policy.rules()) {
            Set<Id.Fact> facts = new TreeSet<>();
            rule.when().leaves().forEach(leaf -> {
                if (leaf instanceof Condition.FactHolds holds) {
                    facts.add(holds.fact());
                }
            });
            mentioned.add(facts);
            facts.forEach(fact -> suspected.put(fact, Optional.empty()));
        }
    }

    /** Whether a meeting could refute a suspicion that is left. */
    boolean listensTo(RuleOverlap meeting) {
        return meeting.rules().stream()
                .anyMatch(rule -> mentioned.get(rule).stream().anyMatch(suspected::containsKey));
    }

    /** Hears what happens at a meeting. */
    void at(RuleOverlap meeting, OverlapInProgress encounter) {
        Set<Id.Fact> here = new TreeSet<>();
        meeting.rules().stream().forEach(rule -> here.addAll(mentioned.get(rule)));
        here.retainAll(suspected.keySet());
        if (here.isEmpty()) {
            return;
        }
        Regions regions = encounter.sets().regions();
        Set<Integer> said = said(encounter);
        for (Id.Fact fact : here) {
            Variable variable = regions.space().fact(fact);
            int possible = encounter.sets().possible();
            int either = regions.and(regions.given(possible, variable, 0), regions.given(possible, variable, 1));
            if (said.stream().anyMatch(set -> turnsOn(variable, set, either, regions))) {
                suspected.remove(fact);
            } else if (either != regions.none()) {
                suspected.merge(
                        fact, Optional.of(encounter.question(either)), (old, next) -> old.isPresent() ? old : next);
            }
        }
    }

    private static boolean turnsOn(Variable variable, int set, int either, Regions regions) {
        int without = regions.given(set, variable, 0);
        int with = regions.given(set, variable, 1);
        int turned = regions.or(regions.minus(without, with), regions.minus(with, without));
        return regions.and(turned, either) != regions.none();
    }

    /** What is forbidden, and what is granted in each way. */
    private static Set<Integer> said(OverlapInProgress encounter) {
        Regions regions = encounter.sets().regions();
        Map<Way, Integer> ways = new HashMap<>();
        for (int permit : encounter.permits()) {
            int granted = encounter.grantedBy(permit);
            Set<Id.Obligation> duties = encounter.duties(permit);
            encounter.sets().ways(permit, encounter.modes()).forEach((population, set) -> {
                int so = regions.and(granted, set);
                ways.merge(new Way(population, duties), so, regions::or);
            });
        }
        Set<Integer> said = new HashSet<>(ways.values());
        said.add(encounter.barred());
        return said;
    }

    /** What is proved after all meetings. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        suspected.forEach((fact, question) -> question.ifPresent(shown -> findings.add(new Finding(
                Finding.Code.FACT_WITHOUT_EFFECT,
                PolicyPath.of(fact),
                "no answer hangs on `" + fact + "`, though rules mention it",
                question))));
        return findings;
    }
}
