package dev.remit.cli;

import dev.remit.writing.Visible;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Standard error: what is said about an answer, to people. Nothing that a terminal obeys gets through but line ends. */
final class Notes {
    private static final String CLEAR = "\r\033[K";

    private final PrintStream err;
    private final BooleanSupplier isTerminal;

    /**
     * Writes to a stream.
     *
     * @param isTerminal whether that stream, and no other, is a terminal; asked only once something is to be shown in passing
     */
    Notes(OutputStream err, BooleanSupplier isTerminal) {
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.isTerminal = isTerminal;
    }

    /** Whether a person sees it as it comes. */
    boolean isTerminal() {
        return isTerminal.getAsBoolean();
    }

    /** A line, or several with line ends between them. */
    void println(String text) {
        err.print(Visible.lines(text) + "\n");
        err.flush();
    }

    /** Where a fault of ours came from. */
    void trace(Throwable broken) {
        StringWriter trace = new StringWriter();
        broken.printStackTrace(new PrintWriter(trace));
        println(trace.toString().replace("\t", "    ").stripTrailing());
    }

    /** One line in place of the last one that was shown in passing. */
    void showInPassing(String line) {
        err.print(CLEAR + Visible.line(line));
        err.flush();
    }

    /** Takes away what was shown in passing. */
    void clear() {
        err.print(CLEAR);
        err.flush();
    }
}
