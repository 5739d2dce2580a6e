package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Assignment;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.MustBeSaid;
import dev.remit.model.Policy;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.source.SourceMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Closing helps nobody to hide: no closed question that leaves out a fact which must be said is permitted where saying it
 * would not be, whatever is said of it. Facts are marked in every way there is.
 */
class ClosedTheoremTest {
    private static final int SMALL_POLICIES = 100;
    private static final int MOST_QUESTIONS = 2_000;
    private static final int LARGE_POLICIES = 50;

    @Test
    void holdsForEveryQuestionAboutSmallPolicies() {
        int[] stood = new int[1];
        for (long seed = 3_000; seed < 3_000 + SMALL_POLICIES; seed++) {
            Closing closing = closing("small policy of seed " + seed, seed, GeneratedPolicies.Size.SMALL);
            if (GeneratedQuestions.count(closing.space()) <= MOST_QUESTIONS) {
                GeneratedQuestions.forEach(closing.space(), question -> stood[0] += closing.from(question));
            }
        }

        assertThat(stood[0])
                .as("permits that stood though something was not said")
                .isGreaterThan(150);
    }

    @Test
    void holdsForQuestionsAboutLargerPolicies() {
        int stood = 0;
        for (long seed = 3_000; seed < 3_000 + LARGE_POLICIES; seed++) {
            Closing closing = closing("large policy of seed " + seed, seed, GeneratedPolicies.Size.LARGE);
            GeneratedQuestions questions = new GeneratedQuestions(closing.decisions.policy(), seed);
            for (int i = 0; i < 200; i++) {
                stood += closing.from(questions.next());
            }
        }

        assertThat(stood).as("permits that stood though something was not said").isGreaterThan(150);
    }

    private static Closing closing(String context, long seed, GeneratedPolicies.Size size) {
        Policy policy = marked(GeneratedPolicies.policy(seed, size), new SplittableRandom(seed));
        return new Closing(context, DecisionPoint.of(policy, Registers.EMPTY, SourceMap.empty(), () -> Instant.EPOCH));
    }

    private static Policy marked(Policy policy, SplittableRandom random) {
        Vocabulary words = policy.vocabulary();
        List<Fact> facts = new ArrayList<>();
        for (Fact each : words.facts()) {
            facts.add(
                    switch (random.nextInt(5)) {
                        case 0 -> each.marked(MustBeSaid.YES);
                        case 1 -> each.marked(MustBeSaid.no("Whoever asks always knows it."));
                        default -> each;
                    });
        }
        Vocabulary marked = new Vocabulary(
                words.roles(),
                words.activities(),
                words.levels(),
                words.categories(),
                words.routes(),
                words.attributes(),
                facts,
                words.registers(),
                words.obligations());
        return new Policy(
                policy.header(), marked, policy.rules(), policy.constraints(), policy.rulings(), policy.clauses());
    }

    private record Closing(String context, DecisionPoint decisions) {

        Space space() {
            return decisions.space();
        }

        /** How many facts were left out of a question that was permitted all the same. */
        int from(Assignment said) {
            Question question = Question.of(said).closed();
            Decision decision = decisions.decide(question);
            Assignment meant = said;
            List<String> assumed = new ArrayList<>();
            List<Fact> left = new ArrayList<>();
            for (Fact each : decisions.policy().vocabulary().facts()) {
                Variable variable = space().fact(each.id());
                if (said.isOpen(variable)) {
                    boolean stays = decisions.mustBeSaid().contains(each.id());
                    if (stays) {
                        left.add(each);
                    } else {
                        String value = each.domain().ifUnsaid().orElseThrow().value();
                        meant = meant.with(variable, variable.place(value));
                        assumed.add(variable.name());
                    }
                }
            }
            assertThat(decision.assignment()).as("%s: %s", context, said).isEqualTo(meant);
            assertThat(decision.assumed())
                    .as("%s: %s", context, said)
                    .extracting(each -> each.about().name())
                    .containsExactlyElementsOf(assumed);
            for (Fact each : left) {
                Variable variable = space().fact(each.id());
                for (int value = 0; value < variable.size() && decision.permitted(); value++) {
                    Question more = Question.of(said.with(variable, value)).closed();
                    assertThat(decisions.decide(more).permitted())
                            .as("%s: leaving out %s opens %s", context, each, said)
                            .isTrue();
                }
            }
            return decision.permitted() ? left.size() : 0;
        }
    }

    @Test
    void everyGuardMustBeSaidUnlessAReasonIsGiven() {
        int guards = 0;
        for (long seed = 3_000; seed < 3_000 + LARGE_POLICIES; seed++) {
            DecisionPoint decisions = closing("", seed, GeneratedPolicies.Size.LARGE).decisions;
            List<Id.Fact> guarding = decisions.compiled().diagram().guards().stream()
                    .map(guard -> new Id.Fact(
                            decisions.space().variables().get(guard.fact()).name()))
                    .toList();
            for (Fact each : decisions.policy().vocabulary().facts()) {
                assertThat(decisions.mustBeSaid().contains(each.id()))
                        .as("fact %s of seed %s", each.id(), seed)
                        .isEqualTo(each.domain().ifUnsaid().isEmpty()
                                || switch (each.mustBeSaid().mark()) {
                                    case YES -> true;
                                    case NO -> false;
                                    case UNMARKED -> guarding.contains(each.id());
                                });
            }
            guards += guarding.size();
        }

        assertThat(guards).isGreaterThan(50);
    }
}
