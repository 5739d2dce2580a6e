package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.Decision;
import dev.remit.decide.Question;
import dev.remit.live.LiveDecisions;
import dev.remit.live.LivePolicy;
import dev.remit.live.LiveSettings;
import dev.remit.live.LiveState;
import dev.remit.live.PolicySource;
import dev.remit.live.ReloadGate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of the page on operating Remit, run. */
class OperatingTest {

    /** The page keeps its state in the build's folder, where an earlier build may have left one. */
    @BeforeEach
    void forgetWhatWasInForce() throws IOException {
        for (String name : List.of("in-force.remit", "history.txt", "sound.txt")) {
            Files.deleteIfExists(Path.of("target/state", name));
        }
    }

    @Test
    void takesUpThePolicy() throws IOException {
        PrintStream was = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            takeUp();
        } finally {
            System.setOut(was);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).strip()).matches("\\S+ LOADED");
    }

    private static void takeUp() throws IOException {
        try (LivePolicy live = LivePolicy.start(LiveSettings.of(PolicySource.at(Path.of("policy/opensafely")))
                .gates(ReloadGate.SIGNED, ReloadGate.ANY)
                .maxAge(Duration.ofHours(12))
                .keptIn(Path.of("target/state"))
                .trustingFirst())) {
            LiveDecisions decisions = live.decisions();
            Decision decision =
                    decisions.decide(Question.may("researcher").perform("view").onLevel("4"));
            System.out.println(decision.policy().version() + " " + live.status().state());
        }
    }

    @Test
    void namesEveryStateAndGate() {
        List<String> lines = Page.of("docs/use/operating.md").lines();

        for (Object each : LiveState.values()) {
            assertThat(lines).anyMatch(line -> line.startsWith("| " + each + " |"));
        }
        for (Object each : ReloadGate.values()) {
            assertThat(lines).anyMatch(line -> line.startsWith("| `" + each + "` |"));
        }
    }
}
