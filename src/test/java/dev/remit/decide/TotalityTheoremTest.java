package dev.remit.decide;

import static dev.remit.decide.Sketch.all;
import static dev.remit.decide.Sketch.ask;
import static dev.remit.decide.Sketch.fact;
import static dev.remit.decide.Sketch.not;
import static dev.remit.decide.Sketch.permit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.Reach;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Errors cannot open a door: every question has an answer, and no forbid rule is ever skipped. */
class TotalityTheoremTest {
    private static final int POLICIES = 80;

    @Test
    void everyQuestionHasAnAnswerThatAgreesWithItsBasis() {
        for (long seed = 3_000; seed < 3_000 + POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            WalkedDiagram compiled = WalkedDiagram.of(policy);
            GeneratedQuestions questions = new GeneratedQuestions(policy, seed);
            for (int i = 0; i < 200; i++) {
                Assignment question = questions.next();

                Outcome outcome = compiled.decide(question);

                String where = "large policy of seed " + seed + ", " + question;
                Answer fitting = switch (outcome.basis()) {
                    case GRANTED -> Answer.PERMITTED;
                    case MISSING_INFORMATION -> Answer.UNDETERMINED;
                    case FORBIDDEN, NOT_GRANTED, INCONSISTENT -> Answer.DENIED;
                };
                assertThat(outcome.answer()).as(where).isEqualTo(fitting);
                assertThat(outcome.grants().isEmpty()).as(where).isNotEqualTo(outcome.permitted());
                if (question.space().variables().stream().noneMatch(question::isOpen)) {
                    assertThat(outcome.answer()).as(where).isNotEqualTo(Answer.UNDETERMINED);
                }
            }
        }
    }

    @Test
    void answersUnderAPolicyThatSaysNothing() {
        Policy silent = new Sketch().facts("f").register("r").policy();

        assertThat(WalkedDiagram.of(silent).decide(ask(silent)).basis()).isEqualTo(Basis.NOT_GRANTED);
        assertThat(new ReferenceInterpreter(silent).decide(ask(silent)).basis()).isEqualTo(Basis.NOT_GRANTED);
    }

    @Test
    void answersUnderConstraintsThatNothingMeets() {
        Policy impossible = new Sketch()
                .facts("f")
                .rules(permit("everything"))
                .constraint("never", Condition.ALWAYS, all(fact("f"), not(fact("f"))))
                .policy();

        Outcome outcome = WalkedDiagram.of(impossible).decide(ask(impossible));

        assertThat(outcome.basis()).isEqualTo(Basis.INCONSISTENT);
        assertThat(outcome.violates()).containsExactly(new Id.Constraint("never"));
        assertThat(new ReferenceInterpreter(impossible).decide(ask(impossible))).isEqualTo(outcome);
    }

    /** However much else is permitted, what is forbidden stays forbidden, by the same rules. */
    @Test
    void noPermitOutweighsAForbid() {
        int forbidden = 0;
        for (long seed = 4_000; seed < 4_000 + POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            List<Rule> more = new ArrayList<>(policy.rules());
            more.add(permitEverything(policy.vocabulary()));
            WalkedDiagram before = WalkedDiagram.of(policy);
            WalkedDiagram after = WalkedDiagram.of(Sketch.policy(policy.vocabulary(), more, policy.constraints()));
            GeneratedQuestions questions = new GeneratedQuestions(policy, seed);
            for (int i = 0; i < 200; i++) {
                Assignment question = questions.next();
                Outcome outcome = before.decide(question);
                if (outcome.basis() == Basis.FORBIDDEN) {
                    assertThat(after.decide(question))
                            .as("large policy of seed %s, %s", seed, question)
                            .isEqualTo(outcome);
                    forbidden++;
                }
            }
        }

        assertThat(forbidden).isGreaterThan(2_500);
    }

    /** Taking the permits away and asking who forbids finds every question that must not be permitted. */
    @Test
    void whatAForbidRuleMatchesInEveryStateIsNeverPermitted() {
        int matched = 0;
        for (long seed = 5_000; seed < 5_000 + POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            List<Rule> forbids = policy.rules().stream()
                    .filter(each -> each.effect() == Effect.FORBID)
                    .toList();
            ReferenceInterpreter forbidsOnly =
                    new ReferenceInterpreter(Sketch.policy(policy.vocabulary(), forbids, List.of()));
            WalkedDiagram compiled = WalkedDiagram.of(policy);
            GeneratedQuestions questions = new GeneratedQuestions(policy, seed);
            for (int i = 0; i < 100; i++) {
                Assignment question = questions.next();
                Outcome forbidding = forbidsOnly.decide(question);
                if (forbidding.basis() == Basis.FORBIDDEN) {
                    Outcome outcome = compiled.decide(question);
                    String where = "large policy of seed " + seed + ", " + question;
                    assertThat(outcome.answer()).as(where).isEqualTo(Answer.DENIED);
                    assertThat(outcome.basis()).as(where).isIn(Basis.FORBIDDEN, Basis.INCONSISTENT);
                    matched++;
                }
            }
        }

        assertThat(matched).isGreaterThan(1_200);
    }

    private static Rule permitEverything(Vocabulary vocabulary) {
        Map<Id.Register, Stance> stances = new HashMap<>();
        for (OptOutRegister each : vocabulary.registers()) {
            stances.put(each.id(), Stance.ALLOWED);
        }
        return new Rule(
                new Id.Rule("permit-everything"),
                Effect.PERMIT,
                "",
                "",
                new Reach(
                        ids(vocabulary.roles(), VocabularyEntry::id),
                        ids(vocabulary.activities(), VocabularyEntry::id),
                        ids(vocabulary.levels(), Level::id),
                        ids(vocabulary.categories(), WorkCategory::id),
                        ids(vocabulary.routes(), Route::id)),
                Condition.ALWAYS,
                stances,
                Set.of(),
                List.of());
    }

    private static <T, I extends Id> Set<I> ids(List<T> declared, Function<T, I> id) {
        Set<I> ids = new LinkedHashSet<>();
        declared.forEach(each -> ids.add(id.apply(each)));
        return ids;
    }
}
