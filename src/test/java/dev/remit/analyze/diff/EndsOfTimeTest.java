package dev.remit.analyze.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import dev.remit.model.Period;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days at the ends of time mean the same wherever days are cut: to decide, to compare, to find whom duties are kept apart. */
class EndsOfTimeTest {
    private static final PolicyBundle BUNDLE = Remit.load(Path.of("policy/opensafely"));
    private static final Project SOME =
            BUNDLE.registers().projects().values().iterator().next();

    private static Registers with(Period period) {
        Project project =
                new Project(SOME.id(), SOME.title(), SOME.description(), SOME.attributes(), period, SOME.permissions());
        return new Registers(Map.of(project.id(), project), BUNDLE.registers().people());
    }

    private static DecisionPoint decisions(Registers registers) {
        return DecisionPoint.of(BUNDLE.policy(), registers, BUNDLE.positions(), () -> Instant.MAX);
    }

    @Test
    void takesThePeriodUntilTheLastDayForOneWithoutEnd() {
        Registers endless = with(Period.ALWAYS);
        Registers last = with(new Period(Optional.of(LocalDate.MIN), Optional.of(LocalDate.MAX)));

        assertThat(last).isEqualTo(endless);
        assertThat(PolicyDiff.between(BUNDLE.decisionPoint(), endless, BUNDLE.decisionPoint(), last, Progress.UNHEARD)
                        .registers())
                .isEmpty();
    }

    @Test
    void decidesAndComparesOnTheFirstDayAndOnTheLast() {
        for (LocalDate day : List.of(LocalDate.MIN, LocalDate.MAX)) {
            Registers only = with(new Period(Optional.of(day), Optional.of(day)));
            DecisionPoint decisions = decisions(only);
            Question question = Question.may("researcher")
                    .perform("write-code")
                    .onLevel("none")
                    .forProject(SOME.id().value());

            for (Instant at : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
                assertThat(decisions.decide(question.at(at)).at()).isEqualTo(at);
                decisions.buffer().forProject(SOME.id().value(), at);
            }
            decisions.buffer().forProject(SOME.id().value());
            PolicyDiff.between(decisions, only, BUNDLE.decisionPoint(), BUNDLE.registers(), Progress.UNHEARD);
        }
    }
}
