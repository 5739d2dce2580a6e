package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.Remit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked together is heard together. */
class GatheringTest {
    private static final DecisionPoint POINT =
            Remit.load(Path.of("policy/minimal")).decisionPoint();
    private static final Question QUESTION =
            Question.may("author").perform("read").onLevel("draft");

    private final List<Integer> heard = new ArrayList<>();

    private DecisionPoint point() {
        return POINT.recordedBy(events -> {
            heard.add(events.size());
            return 7;
        });
    }

    @Test
    void isHeardOnceAllIsAnswered() {
        List<Decision> answers = point().together(held -> {
            List<Decision> made = List.of(held.decide(QUESTION), held.decide(QUESTION));
            assertThat(heard).isEmpty();
            assertThat(made.get(0).record()).isEmpty();
            return made;
        });

        assertThat(heard).containsExactly(2);
        assertThat(answers.get(1).record()).hasValue(8);
        answers.get(0).enforce(Handled.NOTHING);
        assertThat(heard).containsExactly(2, 1);
    }

    @Test
    void isHeardUntilAMistake() {
        assertThatThrownBy(() -> point().together(held -> {
                    held.decide(QUESTION);
                    return held.decide(QUESTION.perform("fly"));
                }))
                .isInstanceOf(InvalidQuestionException.class);

        assertThat(heard).containsExactly(2);
    }

    @Test
    void givesNothingThatCannotBeHeard() {
        DecisionPoint full = POINT.recordedBy(events -> {
            throw new IllegalStateException("full");
        });

        assertThatThrownBy(() -> full.together(held -> held.decide(QUESTION)))
                .isInstanceOf(ListenerFailedException.class);
        assertThatThrownBy(() -> full.together(held -> held.decide(QUESTION.perform("fly"))))
                .isInstanceOf(ListenerFailedException.class);
        assertThatThrownBy(() -> full.together(held -> held.recordedBy(events -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already");
    }

    @Test
    void needsNobodyWhoListens() {
        assertThat(POINT.together(held -> held.decide(QUESTION)).permitted()).isTrue();
    }
}
