package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now;

    private ProgressLine line() {
        return new ProgressLine(new PrintStream(err, true, StandardCharsets.UTF_8), "proving", () -> now);
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

    @Test
    void isHeardByPeopleAtATerminalOnly() {
        assertThat(ProgressLine.on(streams(false), "proving")).isSameAs(Progress.UNHEARD);
        assertThat(ProgressLine.on(streams(true), "proving")).isInstanceOf(ProgressLine.class);
    }

    private static Streams streams(boolean colours) {
        return Streams.of(
                new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), OutputTest.NOWHERE, colours);
    }
}
