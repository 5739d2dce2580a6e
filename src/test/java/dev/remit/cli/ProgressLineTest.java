package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now;

    private ProgressLine line() {
        return line(true);
    }

    private ProgressLine line(boolean isTerminal) {
        return new ProgressLine(new Notes(err, () -> isTerminal), "proving", () -> now);
    }

    private void pass(int milliseconds) {
        now += Duration.ofMillis(milliseconds).toNanos();
    }

    @Test
    void showsWhatTakesLongAndNothingIsLeftOfIt() {
        ProgressLine line = line();

        line.at(0, 9);
        pass(500);
        line.at(3, 9);
        line.at(4, 9);
        pass(500);
        line.at(5, 9);
        line.at(9, 9);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\033[Kproving: 3 of 9\r\033[Kproving: 5 of 9\r\033[K");
    }

    @Test
    void saysNothingOfWhatIsDoneAtOnce() {
        ProgressLine line = line();

        line.at(0, 2);
        line.at(1, 2);
        line.at(2, 2);

        assertThat(err.size()).isZero();
    }

    /** Whatever standard output is, colours or none. */
    @Test
    void saysNothingWhereStandardErrorIsNoTerminal() {
        ProgressLine line = line(false);

        line.at(0, 9);
        pass(500);
        line.at(3, 9);
        pass(500);
        line.at(5, 9);
        line.at(9, 9);

        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/pts/0, true", "/dev/tty1, true", "/dev/console, true",
        "/dev/null, false", "target/err.log, false", "pipe:[4711], false"
    })
    void knowsTerminalsByTheirDevices(String name, boolean isTerminal) {
        assertThat(Terminal.isDevice(name)).isEqualTo(isTerminal);
    }

    @Test
    void takesADumbTerminalForOneWithoutCodes() {
        assertThat(Terminal.isDumb("dumb")).isTrue();
        assertThat(Terminal.isDumb("xterm-256color")).isFalse();
        assertThat(Terminal.isDumb(null)).isFalse();
    }
}
