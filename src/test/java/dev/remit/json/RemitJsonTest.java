package dev.remit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.Remit;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Handled;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.NotLetThroughException;
import dev.remit.decide.Question;
import dev.remit.json.forms.RemitJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The forms that services get are those of the command line. */
class RemitJsonTest {
    private static final DecisionPoint DECISIONS =
            Remit.load(Path.of("policy/opensafely")).decisionPoint();
    private static final Question ALICE = Question.mayPerson("alice")
            .perform("view")
            .onLevel("4")
            .in("research-project")
            .via("secure-environment")
            .forProject("156")
            .by("airlock")
            .at(Instant.parse("2026-11-22T10:00:00Z"));

    private final RemitJson json = RemitJson.of(DECISIONS);

    @Test
    void writesAndReadsQuestions() {
        assertThat(json.question(json.question(ALICE))).isEqualTo(ALICE);
        assertThatThrownBy(() -> json.question("{\"role\":1,\"rolle\":2}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`role`")
                .hasMessageContaining("rolle");
    }

    @Test
    void writesDecisionsAsTheCommandLineDoes() {
        Decision decision = DECISIONS.decideEach(ALICE).answers().get(0);
        String reply = ReplyWriter.write(new Reply.Answered(Optional.empty(), decision));
        String explained = ReplyWriter.writeExplained(new Reply.Answered(Optional.empty(), decision));

        assertThat(json.decision(decision)).isEqualTo(reply.replace("\"id\":null,", ""));
        assertThat(json.explained(decision)).isEqualTo(explained.replace("\"id\":null,", ""));
        assertThat(explained).contains("\"explanation\":" + json.explanation(decision.explain()));
    }

    @Test
    void writesEventsWithoutThePerson() {
        List<String> plain = new ArrayList<>();
        List<String> named = new ArrayList<>();
        DecisionPoint heard = DECISIONS.withListener(event -> {
            plain.add(json.event(event));
            named.add(json.event(event, String::toUpperCase));
        });
        assertThatThrownBy(() -> heard.enforce(ALICE, Handled.NOTHING)).isInstanceOf(NotLetThroughException.class);
        assertThatThrownBy(() -> heard.decideEach(ALICE.perform("veiw"))).isInstanceOf(InvalidQuestionException.class);

        assertThat(plain)
                .hasSize(3)
                .allSatisfy(event -> assertThat(event)
                        .contains("\"caller\":\"airlock\"")
                        .doesNotContain("alice", "subject", "veiw"));
        assertThat(plain.get(1)).startsWith("{\"kind\":\"refused\"").contains("\"why\":\"duties-not-handled\"");
        assertThat(plain.get(2)).contains("\"unknown\":{\"kind\":\"activity\",\"length\":4}");
        assertThat(named).allSatisfy(event -> assertThat(event).contains("\"subject\":\"ALICE\""));
    }
}
