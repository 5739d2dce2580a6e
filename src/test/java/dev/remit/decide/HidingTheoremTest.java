package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Assignment;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import org.junit.jupiter.api.Test;

/**
 * Hiding helps nobody: leaving knowledge out never gets a permit that the same question with it does not get. Taking one
 * piece of knowledge away at a time covers taking away many, since every question on the way is asked too.
 */
class HidingTheoremTest {
    private static final int SMALL_POLICIES = 150;
    private static final int MOST_QUESTIONS = 10_000;
    private static final int LARGE_POLICIES = 50;

    @Test
    void holdsForEveryQuestionAboutSmallPolicies() {
        int hidden = 0;
        for (long seed = 1_000; seed < 1_000 + SMALL_POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
            WalkedDiagram compiled = WalkedDiagram.of(policy);
            if (GeneratedQuestions.count(compiled.space()) <= MOST_QUESTIONS) {
                hidden += new Hiding("small policy of seed " + seed, compiled).everywhere();
            }
        }

        assertThat(hidden).as("permits that stood after something was hidden").isGreaterThan(10_000);
    }

    @Test
    void holdsForQuestionsAboutLargerPolicies() {
        int hidden = 0;
        for (long seed = 1_000; seed < 1_000 + LARGE_POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            Hiding hiding = new Hiding("large policy of seed " + seed, WalkedDiagram.of(policy));
            GeneratedQuestions questions = new GeneratedQuestions(policy, seed);
            for (int i = 0; i < 200; i++) {
                hidden += hiding.from(questions.next());
            }
        }

        assertThat(hidden).as("permits that stood after something was hidden").isGreaterThan(10_000);
    }

    /** Takes one piece of knowledge after another out of a question. */
    private record Hiding(String context, WalkedDiagram compiled) {

        int everywhere() {
            int[] hidden = new int[1];
            GeneratedQuestions.forEach(compiled.space(), question -> hidden[0] += from(question));
            return hidden[0];
        }

        /** How many permits stood; each was a permit before. */
        int from(Assignment question) {
            Answer before = compiled.decide(question).answer();
            int stood = 0;
            for (Variable each : compiled.space().variables()) {
                if (each.kind().isKnowledge() && !question.isOpen(each)) {
                    Answer after = compiled.decide(question.with(each, Assignment.OPEN))
                            .answer();
                    if (after == Answer.PERMITTED) {
                        assertThat(before)
                                .as("%s: hiding %s opens %s", context, each.name(), question)
                                .isEqualTo(Answer.PERMITTED);
                        stood++;
                    }
                    if (after == Answer.DENIED) {
                        assertThat(before)
                                .as("%s: telling %s opens %s", context, each.name(), question)
                                .isEqualTo(Answer.DENIED);
                    }
                }
            }
            return stood;
        }
    }

    @Test
    void leavingAChoiceToTheAskerNeverTakesAPermitAway() {
        for (long seed = 2_000; seed < 2_100; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            WalkedDiagram compiled = WalkedDiagram.of(policy);
            Space space = compiled.space();
            GeneratedQuestions questions = new GeneratedQuestions(policy, seed);
            for (int i = 0; i < 200; i++) {
                Assignment question = questions.next();
                if (compiled.decide(question).permitted()) {
                    for (Variable each : space.variables()) {
                        if (each.kind().isChoice()) {
                            assertThat(compiled.decide(question.with(each, Assignment.OPEN))
                                            .permitted())
                                    .as("large policy of seed %s: opening %s in %s", seed, each.name(), question)
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }
}
