package dev.remit.analyze.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.CompleteQuestions;
import dev.remit.analyze.Region;
import dev.remit.decide.Basis;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.Grant;
import dev.remit.decide.Outcome;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.Assignment;
import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds who may do what, and when, to asking the reference interpreter question by question. */
class AccessReviewTest {
    private static final int POLICIES = 12;
    private static final int QUESTIONS = 150;

    /** Any thing a question can say may be asked for, whatever else is open. */
    @ParameterizedTest
    @ValueSource(longs = {6000, 6100, 6200, 6300})
    void tellsOfEveryDimensionForWhichValuesAndWhen(long first) {
        for (long seed = first; seed < first + POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
            ReferenceInterpreter reference = new ReferenceInterpreter(policy);
            AccessReview access = AccessReview.of(DecisionPoint.of(CompiledPolicy.of(policy)));
            List<Assignment> questions = CompleteQuestions.of(access.space(), QUESTIONS);
            Assignment asked = partly(access.space(), new SplittableRandom(seed));
            for (Variable variable : access.space().variables()) {
                Map<String, List<Region>> allowed = access.who(asked, variable).stream()
                        .collect(Collectors.toMap(AccessReview.Allowed::value, AccessReview.Allowed::when));
                for (Assignment any : questions) {
                    Assignment question = agreeing(any, asked, variable);
                    Outcome outcome = reference.decide(question);
                    boolean told = allowed.getOrDefault(question.word(variable), List.of()).stream()
                            .anyMatch(region -> CompleteQuestions.holds(region, question));
                    if (outcome.basis() != Basis.INCONSISTENT) {
                        assertThat(told)
                                .as("seed %d, %s of %s: %s", seed, variable.name(), asked, question)
                                .isEqualTo(outcome.permitted());
                    }
                }
                for (Map.Entry<String, List<Region>> each : allowed.entrySet()) {
                    assertThat(each.getValue())
                            .as("seed %d, %s of %s", seed, variable.name(), asked)
                            .allMatch(region ->
                                    reference.decide(region.question()).permitted())
                            .allMatch(region -> region.question().word(variable).equals(each.getKey()))
                            .allMatch(region -> region.so().stream()
                                    .allMatch(so -> asked.isOpen(so.about())
                                            && !so.about().equals(variable)));
                }
            }
        }
    }

    /** Conditions, rules and counts of each field of the matrix. */
    @ParameterizedTest
    @ValueSource(longs = {6500, 6600})
    void tellsOfEveryFieldWhichRulesPermitItAndWhen(long first) {
        for (long seed = first; seed < first + POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
            ReferenceInterpreter reference = new ReferenceInterpreter(policy);
            AccessReview access = AccessReview.of(DecisionPoint.of(CompiledPolicy.of(policy)));
            List<Assignment> questions = CompleteQuestions.of(access.space(), Integer.MAX_VALUE);
            ReferenceInterpreter unforbidden = new ReferenceInterpreter(withoutForbids(policy));
            Map<Assignment, Outcome> outcomes = new HashMap<>();
            for (AccessReview.Cell cell : access.matrix()) {
                Set<Id.Rule> rules = new TreeSet<>();
                Set<Id.Rule> overruled = new TreeSet<>();
                Set<Id.Rule> forbidding = new TreeSet<>();
                List<AccessReview.Allowing> allowing = access.rules(cell.asked());
                long permitted = 0;
                for (Assignment question : questions) {
                    if (!isOf(cell.asked(), question)) {
                        continue;
                    }
                    Outcome outcome = outcomes.computeIfAbsent(question, reference::decide);
                    permitted += outcome.permitted() ? 1 : 0;
                    List<Id.Rule> here =
                            outcome.grants().stream().map(Grant::rule).toList();
                    rules.addAll(here);
                    Outcome otherwise = unforbidden.decide(question);
                    otherwise.grants().forEach(grant -> overruled.add(grant.rule()));
                    forbidding.addAll(otherwise.permitted() ? outcome.forbiddenBy() : List.of());
                    for (AccessReview.Allowing each : allowing) {
                        boolean told =
                                each.when().stream().anyMatch(region -> CompleteQuestions.holds(region, question));
                        assertThat(told && outcome.basis() != Basis.INCONSISTENT)
                                .as("seed %d, %s: %s", seed, each.rule(), question)
                                .isEqualTo(here.contains(each.rule()));
                    }
                }
                assertThat(cell.rules()).containsExactlyElementsOf(rules.isEmpty() ? overruled : rules);
                assertThat(cell.forbiddenBy())
                        .as("seed %d, %s", seed, cell.asked())
                        .containsExactlyElementsOf(
                                cell.outcome().basis() == Basis.FORBIDDEN
                                        ? cell.outcome().forbiddenBy()
                                        : List.copyOf(forbidding));
                assertThat(allowing).extracting(AccessReview.Allowing::rule).containsExactlyElementsOf(rules);
                assertThat(cell.when().size() == 1 ? cell.when().get(0).covers() : BigInteger.valueOf(permitted))
                        .as("seed %d, %s", seed, cell.asked())
                        .isEqualTo(BigInteger.valueOf(permitted));
            }
        }
    }

    private static Policy withoutForbids(Policy policy) {
        return new Policy(
                policy.header(),
                policy.vocabulary(),
                policy.rules().stream()
                        .filter(rule -> rule.effect() == Effect.PERMIT)
                        .toList(),
                policy.constraints(),
                policy.rulings(),
                policy.clauses());
    }

    private static boolean isOf(Assignment asked, Assignment question) {
        return question.space().variables().stream()
                .allMatch(each -> asked.isOpen(each) || asked.value(each) == question.value(each));
    }

    /** A question that settles some of everything. */
    private static Assignment partly(Space space, SplittableRandom random) {
        Assignment asked = Assignment.open(space);
        for (Variable variable : space.variables()) {
            if (random.nextInt(3) == 0) {
                asked = asked.with(variable, random.nextInt(variable.size()));
            }
        }
        int[] values = asked.values();
        new PermissionMemory(space).fit(values);
        return Assignment.of(space, values);
    }

    /** A complete question made to say what another settles, but for one thing. */
    private static Assignment agreeing(Assignment question, Assignment asked, Variable but) {
        Assignment agreeing = question;
        for (Variable variable : question.space().variables()) {
            if (!asked.isOpen(variable) && !variable.equals(but)) {
                agreeing = agreeing.with(variable, asked.value(variable));
            }
        }
        return agreeing;
    }
}
