package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.lint.Finding;
import dev.remit.analyze.lint.Findings;
import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.GeneratedQuestions;
import dev.remit.decide.PermitCondition;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Space;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a set has the level asked about, from the files to the answer. */
class HasLevelTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: levels, version: "1", title: Levels}
            vocabulary:
              roles: {reader: Reader}
              activities: {read: Read, copy: Copy}
              levels: {raw: Raw, tables: Tables, none: Nothing}
              project:
                cleared: {title: Cleared levels, set-of: [raw, tables], changed-by: approver}
              facts:
                trained-for: {title: Trained for, set-of: [raw, tables], known-from: register, changed-by: approver}
            conditions:
              trained: {trained-for: {has: level}}
            rules:
              - {id: read, permit: reader, to: read, when: {project.cleared: {has: level}}}
              - {id: copy, permit: reader, to: copy}
              - {id: untrained, forbid: reader, to: copy, levels: [raw, tables], when: {not: trained}}
            """;

    private static final PolicyBundle BUNDLE = Remit.load(Map.of("policy.yaml", POLICY));
    private static final DecisionPoint DECISIONS = BUNDLE.decisionPoint();

    private static Question ask(String activity, String level) {
        return Question.may("reader").perform(activity).onLevel(level);
    }

    @ParameterizedTest
    @CsvSource({"raw, raw, PERMITTED", "tables, raw, DENIED", "tables, tables, PERMITTED", "none, raw, DENIED"})
    void permitsOnTheLevelsOfTheSet(String level, String cleared, Answer answer) {
        Question question = ask("read", level).forProject(ProjectAttributes.UNKNOWN.andExactly("cleared", cleared));

        assertThat(DECISIONS.decide(question).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"raw, raw, PERMITTED", "tables, raw, DENIED", "none, raw, PERMITTED"})
    void forbidsOnTheOthers(String level, String trainedFor, Answer answer) {
        Question question = ask("copy", level).givenExactly("trained-for", trainedFor);

        assertThat(DECISIONS.decide(question).answer()).isEqualTo(answer);
    }

    @Test
    void asksOnlyForTheElementOfTheLevel() {
        Decision decision = DECISIONS.decide(ask("read", "tables"));

        assertThat(decision.missing()).containsExactly("project.cleared");
        assertThat(decision.permittedIf())
                .flatExtracting(PermitCondition::assumptions)
                .extracting(ValueRestriction::phrase)
                .containsExactly("project.cleared has tables");
    }

    @Test
    void lacksTheElementAndNeverAnotherLevel() {
        Decision decision = DECISIONS.decide(
                ask("read", "tables").forProject(ProjectAttributes.UNKNOWN.andExactly("cleared", "raw")));

        assertThat(decision.nearest())
                .flatExtracting(each -> each.lacks())
                .extracting(ValueRestriction::phrase)
                .containsExactly("project.cleared has tables");
    }

    @Test
    void answersEveryQuestionAsTheReferenceDoes() {
        ReferenceInterpreter reference = new ReferenceInterpreter(BUNDLE.policy());
        Space space = Space.of(BUNDLE.policy().vocabulary());
        int[] asked = new int[1];
        GeneratedQuestions.forEach(space, question -> {
            assertThat(DECISIONS.outcome(question)).isEqualTo(reference.decide(question));
            asked[0]++;
        });
        assertThat(asked[0]).isEqualTo(2 * 3 * 81);
    }

    @Test
    void findsWhatMakesNoDifferenceOnAnyLevel() {
        String idle = POLICY.replace("{project.cleared: {has: level}}", "{project.cleared: {has: [raw, level]}}")
                .replace("to: read, ", "to: read, levels: raw, ");

        assertThat(Findings.of(Remit.load(Map.of("policy.yaml", idle)).policy()))
                .extracting(Finding::message)
                .anyMatch(each -> each.contains("project.cleared has raw and level: raw"));
        assertThat(Findings.of(BUNDLE.policy()))
                .extracting(Finding::code)
                .doesNotContain(Finding.Code.CONDITION_WITHOUT_EFFECT, Finding.Code.FACT_WITHOUT_EFFECT);
    }
}
