package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRequest;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Policy;
import dev.remit.model.Registers;
import dev.remit.model.Rule;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.source.SourceMap;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the nearest rules are said to lack, held against the reference interpreter: with it they grant. */
class NearestRulesTest {
    private static final int POLICIES = 60;
    private static final int QUESTIONS = 300;

    private final Set<Mode> asked = EnumSet.noneOf(Mode.class);
    private int lacks;
    private int wishes;

    @Test
    void grantOnceTheyHaveWhatTheyLack() {
        for (long seed = 0; seed < POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            DecisionPoint decisions = DecisionPoint.of(policy, Registers.EMPTY, SourceMap.empty(), () -> Instant.EPOCH);
            GeneratedQuestions questions = new GeneratedQuestions(policy, seed);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < QUESTIONS; i++) {
                Assignment question = complete(questions.next(), random);
                if (decisions.outcome(question).basis() == Basis.NOT_GRANTED) {
                    Decision decision = decisions.decide(Question.of(question));
                    String where = "policy of seed " + seed + ", " + question;
                    decision.nearest().forEach(each -> check(policy, question, each, where));
                }
            }
        }

        assertThat(lacks).as("things that rules lacked").isGreaterThan(900);
        assertThat(wishes).as("wishes that rules could not meet").isGreaterThan(100);
        assertThat(asked).as("modes met").isEqualTo(EnumSet.allOf(Mode.class));
    }

    /** The question, with a past of each permission that fits the present. */
    private static Assignment fitting(Assignment question) {
        int[] values = question.values();
        new PermissionMemory(question.space()).fit(values);
        return Assignment.of(question.space(), values);
    }

    private static Assignment complete(Assignment question, SplittableRandom random) {
        Assignment complete = question;
        for (Variable each : question.space().variables()) {
            complete = complete.isOpen(each) ? complete.with(each, random.nextInt(each.size())) : complete;
        }
        return fitting(complete);
    }

    /** Rules that do not reach the question, and conditions that say two things of one, are left aside. */
    private void check(Policy policy, Assignment question, NearMiss near, String where) {
        Rule rule = policy.rule(near.rule()).orElseThrow();
        List<String> about = rule.when().leaves().map(Condition.Leaf::about).toList();
        // A rule may ask for a permission, and that it was never held.
        boolean isOfThePast = rule.when().leaves().anyMatch(Condition.EverPermitted.class::isInstance);
        if (isOfThePast
                || !rule.reach().covers(question)
                || Set.copyOf(about).size() < about.size()
                || near.lacks().stream()
                        .anyMatch(each -> each.about().kind() == Variable.Kind.PERMISSION
                                && about.contains(each.about().name()))
                || (!rule.when().equals(Condition.ALWAYS) && isHollow(rule.when()))) {
            return;
        }
        ReferenceInterpreter alone =
                new ReferenceInterpreter(Sketch.policy(policy.vocabulary(), List.of(rule), List.of()));
        question.space().route().ifPresent(route -> modes(policy.vocabulary(), new Id.Route(question.word(route))));
        for (Assignment changed : changes(question, near.lacks())) {
            assertThat(alone.decide(changed).permitted())
                    .as("%s, which lacks %s, for %s", near.rule(), near.lacks(), where)
                    .isTrue();
        }
        lacks += near.lacks().size();
        wishes += (int) near.lacks().stream()
                .filter(each -> each.values().contains(OptOutRequest.UNSTATED.word()))
                .count();
    }

    /** Whether some part of it holds always or never, which the loader would refuse. */
    private static boolean isHollow(Condition condition) {
        return !(condition instanceof Condition.Leaf)
                && (condition.parts().isEmpty() || condition.parts().stream().anyMatch(NearestRulesTest::isHollow));
    }

    private void modes(Vocabulary vocabulary, Id.Route route) {
        vocabulary.routes().stream()
                .filter(each -> each.id().equals(route))
                .forEach(each -> asked.addAll(each.modes().values()));
    }

    /** The question with what is lacking, each in every way that is named. */
    private static List<Assignment> changes(Assignment question, List<ValueRestriction> lacks) {
        List<Assignment> changed = List.of(question);
        for (ValueRestriction each : lacks) {
            changed = changed.stream()
                    .flatMap(before -> each.values().stream()
                            .map(value -> before.with(
                                    each.about(), each.about().ordinal(value).orElseThrow())))
                    .toList();
        }
        return changed.stream().map(NearestRulesTest::fitting).toList();
    }
}
