package dev.remit.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Runs the command line within the test, for tests of other packages. */
public final class InProcess {
    /** What every run takes for now. */
    public static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    private InProcess() {}

    /**
     * What came of a run.
     *
     * @param code the exit code
     * @param out what went to standard output
     * @param err what went to standard error
     */
    public record Result(int code, String out, String err) {}

    /** Runs one verb with something piped in, without colours. */
    public static Result run(List<String> arguments, String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        byte[] piped = input.getBytes(StandardCharsets.UTF_8);
        int code = Main.run(
                arguments, Streams.of(new ByteArrayInputStream(piped), out, err, false, InstantSource.fixed(NOW)));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
