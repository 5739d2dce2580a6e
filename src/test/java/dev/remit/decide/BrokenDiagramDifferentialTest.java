package dev.remit.decide;

import static dev.remit.decide.Sketch.anyOf;
import static dev.remit.decide.Sketch.fact;
import static dev.remit.decide.Sketch.forbid;
import static dev.remit.decide.Sketch.is;
import static dev.remit.decide.Sketch.not;
import static dev.remit.decide.Sketch.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.diagram.BrokenDiagrams;
import dev.remit.diagram.BrokenDiagrams.Swap;
import dev.remit.model.Assignment;
import dev.remit.model.Mode;
import dev.remit.model.Policy;
import dev.remit.model.Stance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Would the comparison notice? An engine with two edges swapped must not pass for a sound one. */
class BrokenDiagramDifferentialTest {

    private final Policy policy = new Sketch()
            .roles("author", "reader")
            .levels("draft", "final")
            .categories("study", "audit")
            .register("type-1")
            .route("pipeline", Map.of("type-1", Mode.FILTERED), "log")
            .route("direct", Map.of("type-1", Mode.UNENFORCEABLE))
            .attribute("status", "open", "closed", "none")
            .facts("named")
            .rules(
                    permit("run")
                            .in("study")
                            .via("pipeline")
                            .when(anyOf(fact("named"), is("status", "closed")))
                            .stance("type-1", Stance.IF_PROJECT_PERMITTED),
                    permit("look").by("author").via("direct").stance("type-1", Stance.ALLOWED),
                    forbid("not-yet").levels("final").when(is("status", "open", "none")))
            .constraint("named-means-project", fact("named"), not(is("status", "none")))
            .policy();

    @Test
    void noticesEverySwapOfTwoEdgesThatMatters() {
        WalkedDiagram sound = WalkedDiagram.of(policy);
        ReferenceInterpreter reference = new ReferenceInterpreter(policy);
        Map<Assignment, Outcome> expected = new LinkedHashMap<>();
        GeneratedQuestions.forEach(sound.space(), question -> expected.put(question, reference.decide(question)));

        List<Swap> swaps = BrokenDiagrams.swaps(sound.diagram(), sound.outcomes());

        assertThat(swaps).hasSizeGreaterThan(100).allSatisfy(swap -> {
            WalkedDiagram broken = sound.with(BrokenDiagrams.swapped(sound.diagram(), swap));
            assertThat(expected.entrySet().stream()
                            .anyMatch(each -> !broken.decide(each.getKey()).equals(each.getValue())))
                    .isTrue();
        });
    }

    @Test
    void tellsWhereAnEngineIsBroken() {
        WalkedDiagram sound = WalkedDiagram.of(policy);
        Swap swap = BrokenDiagrams.swaps(sound.diagram(), sound.outcomes()).get(0);
        WalkedDiagram broken = sound.with(BrokenDiagrams.swapped(sound.diagram(), swap));
        Differential differential = new Differential("a diagram broken on purpose", policy, broken);

        assertThatThrownBy(() -> GeneratedQuestions.forEach(broken.space(), differential::compare))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("a diagram broken on purpose", "question:", "reference:", "diagram:", "role=");
    }
}
