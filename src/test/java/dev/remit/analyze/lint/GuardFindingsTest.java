package dev.remit.analyze.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.model.Assignment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardFindingsTest {
    private static DecisionPoint policy(String trained, String own) {
        return Remit.load(Map.of("policy.yaml", """
                        remit: 1
                        policy: {id: p, version: "1", title: P}
                        vocabulary:
                          roles: {checker: Checks}
                          activities: {check: Check}
                          levels: {files: Files}
                          facts:
                            trained: {title: Trained, known-from: caller, changed-by: requester%s}
                            own: {title: Their own, known-from: register, changed-by: nobody%s}
                        rules:
                          - {id: checkers-check, permit: checker, to: check, levels: files, when: trained}
                          - {id: not-own, forbid: any, when: own}
                        """.formatted(trained, own))).decisionPoint();
    }

    @Test
    void asksForTheMarkOfWhatGuardsAndShowsAQuestion() {
        DecisionPoint decisions = policy("", "");

        List<Finding> found = GuardFindings.of(decisions);

        assertThat(found).extracting(Finding::code).containsExactly(Finding.Code.UNSAID_GUARD);
        assertThat(found.get(0).subject().text()).isEqualTo("vocabulary.facts.own");
        Assignment shown = found.get(0).question().orElseThrow();
        ReferenceInterpreter reference = new ReferenceInterpreter(decisions.policy());
        assertThat(reference.decide(shown).permitted()).isTrue();
        assertThat(reference
                        .decide(shown.with(shown.space().find("own").orElseThrow(), 1))
                        .permitted())
                .isFalse();
    }

    @Test
    void isSatisfiedWithEitherMark() {
        assertThat(GuardFindings.of(policy("", ", must-be-said: true"))).isEmpty();
        assertThat(GuardFindings.of(policy("", ", must-be-said: {no: Always known}")))
                .isEmpty();
    }

    @Test
    void tellsWhatIsMarkedWithoutNeed() {
        assertThat(GuardFindings.of(policy(", must-be-said: true", ", must-be-said: true")))
                .extracting(Finding::code, each -> each.subject().text())
                .containsExactly(tuple(Finding.Code.NEEDLESS_MARK, "vocabulary.facts.trained"));
    }
}
