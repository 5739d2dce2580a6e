package dev.remit.analyze.lint;

import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Element;
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
 * The facts that rules mention, each suspected of making no difference until an overlap of rules refutes it. What
 * refutes it is two possible questions that differ in the fact alone and are answered differently.
 */
final class IdleFacts {
    private final List<Set<Id.Fact>> mentioned = new ArrayList<>();
    /** For each fact under suspicion, a question in which it could have made a difference, if one was seen. */
    private final Map<Id.Fact, Optional<Assignment>> suspected = new TreeMap<>();

    /** One way in which something is granted. */
    private record Way(List<Treatment> population, Set<Id.Obligation> duties) {}

    IdleFacts(Policy policy) {
        for (Rule rule : policy.rules()) {
            Set<Id.Fact> facts = new TreeSet<>();
            rule.when().leaves().forEach(leaf -> {
                if (leaf instanceof Condition.FactIs is) {
                    facts.add(is.fact());
                }
            });
            mentioned.add(facts);
            facts.forEach(fact -> suspected.put(fact, Optional.empty()));
        }
    }

    /** Whether an overlap could refute a remaining suspicion. */
    boolean isAffectedBy(RuleOverlap overlap) {
        return overlap.rules().stream()
                .anyMatch(rule -> mentioned.get(rule).stream().anyMatch(suspected::containsKey));
    }

    /** Drops the suspicions that an overlap refutes. */
    void visit(RuleOverlap overlap, OverlapInProgress examined) {
        Set<Id.Fact> here = new TreeSet<>();
        overlap.rules().stream().forEach(rule -> here.addAll(mentioned.get(rule)));
        here.retainAll(suspected.keySet());
        if (here.isEmpty()) {
            return;
        }
        Regions regions = examined.sets().regions();
        Set<Integer> said = said(examined);
        for (Id.Fact fact : here) {
            Variable variable = regions.space().fact(fact);
            for (int one = 0; one < variable.size() && suspected.containsKey(fact); one++) {
                for (int other = one + 1; other < variable.size() && suspected.containsKey(fact); other++) {
                    compare(new Pair(variable, one, other), fact, said, examined);
                }
            }
        }
    }

    /** Two values of a fact, by their places. */
    private record Pair(Variable variable, int one, int other) {}

    private void compare(Pair pair, Id.Fact fact, Set<Integer> said, OverlapInProgress examined) {
        Regions regions = examined.sets().regions();
        int possible = examined.sets().possible();
        int either = regions.and(
                regions.given(possible, pair.variable, pair.one), regions.given(possible, pair.variable, pair.other));
        if (said.stream().anyMatch(set -> turnsOn(pair, set, either, regions))) {
            suspected.remove(fact);
        } else if (either != regions.none()) {
            suspected.merge(fact, Optional.of(examined.question(either)), (old, next) -> old.isPresent() ? old : next);
        }
    }

    private static boolean turnsOn(Pair pair, int set, int either, Regions regions) {
        int without = regions.given(set, pair.variable, pair.one);
        int with = regions.given(set, pair.variable, pair.other);
        int turned = regions.or(regions.minus(without, with), regions.minus(with, without));
        return regions.and(turned, either) != regions.none();
    }

    /** The questions that are forbidden, and for each way of granting the questions that are granted in it. */
    private static Set<Integer> said(OverlapInProgress examined) {
        Regions regions = examined.sets().regions();
        Map<Way, Integer> ways = new HashMap<>();
        for (int permit : examined.permits()) {
            int granted = examined.grantedBy(permit);
            Set<Id.Obligation> duties = examined.duties(permit);
            examined.sets().ways(permit, examined.modes()).forEach((population, set) -> {
                int so = regions.and(granted, set);
                ways.merge(new Way(population, duties), so, regions::or);
            });
        }
        Set<Integer> said = new HashSet<>(ways.values());
        said.add(examined.barred());
        return said;
    }

    private static String named(Id.Fact fact) {
        return Element.named(fact.value())
                .map(element -> "whether `" + element.set() + "` has `" + element.value() + "`")
                .orElse("`" + fact + "`");
    }

    /** The suspicions that no overlap refuted. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        suspected.forEach((fact, question) -> question.ifPresent(shown -> findings.add(new Finding(
                Finding.Code.FACT_WITHOUT_EFFECT,
                PolicyPath.of(fact),
                "no answer hangs on " + named(fact) + ", though rules mention it",
                question))));
        return findings;
    }
}
