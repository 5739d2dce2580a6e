package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosedQuestionTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: gate, version: "1", title: Who may see outputs}
            vocabulary:
              roles: {analyst: Analyst, checker: Checker}
              activities: {view: Look at it}
              levels: {outputs: Outputs}
              facts:
                trained: {title: Trained, known-from: register, changed-by: requester}
                suspended: {title: Suspended, known-from: register, changed-by: approver}
                own: {title: It is their own, known-from: caller, changed-by: nobody%s}
            rules:
              - {id: analysts-view, permit: analyst, to: view, levels: outputs, when: trained}
              - {id: checkers-view, permit: checker, to: view, levels: outputs}
              - {id: not-suspended, forbid: any, when: suspended}
              - {id: not-own, forbid: checker, when: own}
            """;
    private static final String PEOPLE = """
            remit: 1
            people:
              ann: {name: Ann, roles: checker, facts: trained}
              ben: {name: Ben, roles: checker, facts: suspended}
            """;

    private final DecisionPoint decisions = point("");
    private final Question checking = Question.may("checker")
            .perform("view")
            .onLevel("outputs")
            .givenNot("suspended")
            .at(Instant.EPOCH);

    private static DecisionPoint point(String mark) {
        PolicyBundle bundle = Remit.load(Map.of("policy.yaml", POLICY.formatted(mark), "people.yaml", PEOPLE));
        return bundle.decisionPoint();
    }

    private static List<String> assumed(Decision decision) {
        return decision.assumed().stream().map(ValueRestriction::phrase).toList();
    }

    @Test
    void leavesWhatForbidsUnknown() {
        Decision decision = decisions.decide(checking.closed());

        assertThat(decision.answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(decision.missing()).containsExactly("own");
        assertThat(assumed(decision)).containsExactly("not trained");
        assertThat(decision.explain().missing()).containsExactly("own");
    }

    @Test
    void isAnsweredOnceTheGuardIsSaid() {
        assertThat(decisions.decide(checking.givenNot("own").closed()).permitted())
                .isTrue();
        assertThat(decisions.decide(checking.given("own").closed()).basis()).isEqualTo(Basis.FORBIDDEN);
    }

    @Test
    void takesAMarkedGuardForFalseIfAReasonIsGiven() {
        DecisionPoint excused = point(", must-be-said: {no: The service knows it whenever it is so}");

        Decision decision = excused.decide(checking.closed());

        assertThat(decision.permitted()).isTrue();
        assertThat(assumed(decision)).containsExactly("not trained", "not own");
        assertThat(excused.mustBeSaid()).extracting(Object::toString).containsExactly("suspended");
    }

    @Test
    void takesForSaidWhatTheRegisterKnows() {
        Question byPerson =
                Question.mayPerson("ann").perform("view").onLevel("outputs").at(Instant.EPOCH);

        Decision own = decisions.decideEach(byPerson.closed()).answers().get(0);
        Decision said = decisions
                .decideEach(byPerson.givenNot("own").closed())
                .answers()
                .get(0);

        assertThat(own.missing()).containsExactly("own");
        assertThat(own.assumed()).isEmpty();
        assertThat(said.permitted()).isTrue();
        assertThat(said.assumed()).isEmpty();
        assertThat(decisions
                        .decideEach(Question.mayPerson("ben")
                                .perform("view")
                                .onLevel("outputs")
                                .at(Instant.EPOCH)
                                .closed())
                        .answers()
                        .get(0)
                        .forbiddenBy())
                .extracting(Object::toString)
                .containsExactly("not-suspended");
    }

    @Test
    void isTheSameHoweverItIsAsked() {
        QuestionBuffer buffer = decisions
                .buffer()
                .set(decisions.field("role"), "checker")
                .set(decisions.field("activity"), "view")
                .set(decisions.field("level"), "outputs")
                .set(decisions.field("suspended"), false)
                .closed();

        assertThat(buffer.assumed()).extracting(ValueRestriction::phrase).containsExactly("not trained");
        assertThat(buffer.permitted()).isFalse();
        assertThat(buffer.assumed()).isEmpty();
        assertThat(assumed(decisions.prepare(checking.closed()).decide())).containsExactly("not trained");
        assertThat(decisions.prepare(checking.closed()).permitted()).isFalse();
        assertThat(assumed(decisions.decideAgain(decisions.decide(checking.closed()))))
                .containsExactly("not trained");
    }

    @Test
    void tellsInWordsWhatWasAssumed() {
        assertThat(decisions.decide(checking.closed()).explain().forRequester())
                .contains("\nNot said: it is their own.\n")
                .contains("\nAssumed, because the question was closed: none of this is so: trained.\n");
        assertThat(decisions.decide(checking).explain().forAdministrator()).doesNotContain("Assumed");
    }
}
