package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {
    private static final int WIDTH = 30;

    @Test
    void breaksBetweenWordsBelowWhatFollowsABullet() {
        String text = "DENIED: nobody may do that on this level\n    - the project is active and named there";

        assertThat(Wrapping.at(WIDTH, text)).isEqualTo("""
                DENIED: nobody may do that on
                this level
                    - the project is active
                      and named there""");
    }

    @Test
    void countsSignsAndNotTheirHalves() {
        String text = "\uD83D\uDE00".repeat(14) + " " + "\uD83D\uDE00".repeat(15);

        assertThat(Wrapping.at(WIDTH, text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  such as: remit ask policy/tutorial --role analyst",
                "   12 |     roles: [approvr, something-else, third]",
                "   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
                "  --> policy/example/policy with a long name.yaml:14:13",
                "   = shown by: {\"role\":\"reader\", \"activity\":\"read\"}",
                "a-single-word-that-is-longer-than-any-line"
            })
    void leavesWholeWhatIsCopiedOrComparedByColumns(String line) {
        assertThat(Wrapping.at(WIDTH, line)).isEqualTo(line);
    }

    @Test
    void leavesEverythingWholeWhereThereIsNoTerminal() {
        String text = "word ".repeat(40).strip();

        assertThat(Wrapping.at(0, text)).isEqualTo(text);
    }

    @Test
    void readsTheWidthThatTheEnvironmentStates() {
        assertThat(Terminal.width("72")).isEqualTo(72);
    }
}
