package dev.remit.example;

import static dev.remit.testing.RemitAssertions.assertThat;
import static dev.remit.testing.RemitAssertions.assertThatThrownBy;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.InvalidHandledException;
import dev.remit.decide.NotLetThroughException;
import dev.remit.example.BatchService.User;
import dev.remit.testing.PolicyBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchServiceTest {
    private static final PolicyBundle BUNDLE = Remit.load(Path.of("policy/tutorial"));
    private static final Instant IN_JUNE = Instant.parse("2026-06-15T10:00:00Z");

    private final DecisionPoint decisions = BUNDLE.decisionPoint().withClock(() -> IN_JUNE);
    private final User ada = new User("Ada", "analyst", List.of("named-on-project", "trained"));
    private final User untrained = new User("Bo", "analyst", List.of("named-on-project"));

    @Test
    void asksTheQuestionThePolicyAnswers() {
        assertThat(decisions.decide(BatchService.question(ada, "sleep")))
                .isPermitted()
                .byRule("study-run")
                .withObligations("log")
                .withPopulation("withdrawn", "excluded-by-filter");
    }

    @Test
    void leavesOutPeopleWhoWithdrew() {
        BatchService service = new BatchService(decisions);

        BatchService.Run run = service.start(ada, "sleep", "count.py");

        assertThat(run.filters()).containsExactly("keep who is absent on: people who withdrew");
        assertThat(service.log()).containsExactly("Ada ran count.py under study-run");
    }

    @Test
    void startsNothingForSomebodyWhoIsNotTrained() {
        BatchService service = new BatchService(decisions);

        assertThatThrownBy(() -> service.start(untrained, "sleep", "count.py"))
                .isInstanceOfSatisfying(
                        NotLetThroughException.class,
                        no -> assertThat(no.decisions().get(0)).isNotGranted().withObligations());
        assertThat(service.log()).isEmpty();
    }

    @Test
    void startsNothingUnderADutyItDoesNotKnow() {
        DecisionPoint stricter = PolicyBuilder.policy()
                .roles("analyst")
                .activities("run")
                .levels("records")
                .categories("study")
                .optOuts("withdrawn")
                .route("batch", "{withdrawn: filtered}")
                .obligations("log", "ask-the-board")
                .permit("study-run", rule -> rule.optOuts("{withdrawn: never}").obligations("log", "ask-the-board"))
                .file("projects.yaml", "remit: 1\nprojects: {sleep: {title: Sleep}}\n")
                .decisionPoint();
        BatchService service = new BatchService(stricter);

        assertThatThrownBy(() -> service.start(new User("Ada", "analyst", List.of()), "sleep", "count.py"))
                .hasMessage("permitted, but not taken care of: duty `ask-the-board`");
    }

    @Test
    void doesNotStartUnderAPolicyWhoseDutiesItMisspells() {
        DecisionPoint other = PolicyBuilder.policy()
                .roles("analyst")
                .activities("run")
                .levels("records")
                .optOuts("withdrawn")
                .route("batch", "{withdrawn: filtered}")
                .obligations("logg")
                .permit("study-run", rule -> rule.optOuts("{withdrawn: never}").obligations("logg"))
                .decisionPoint();

        assertThatThrownBy(() -> new BatchService(other))
                .isInstanceOf(InvalidHandledException.class)
                .hasMessage("handled: duty `log` is not declared; did you mean `logg`?");
    }
}
