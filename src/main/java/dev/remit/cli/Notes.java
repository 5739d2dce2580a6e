package dev.remit.cli;

import dev.remit.writing.Visible;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Standard error: messages to people beside the result. Control characters other than line ends are replaced. */
final class Notes {
    private static final String CLEAR = "\r\033[K";

    private final PrintStream err;
    private final BooleanSupplier isTerminal;

    /**
     * Writes to a stream.
     *
     * @param isTerminal whether that stream itself is a terminal; only called once a temporary line is to be shown
     */
    Notes(OutputStream err, BooleanSupplier isTerminal) {
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.isTerminal = isTerminal;
    }

    /** Whether it is a terminal. */
    boolean isTerminal() {
        return isTerminal.getAsBoolean();
    }

    /** Writes a line, or several with line ends between them. */
    void println(String text) {
        err.print(Visible.lines(text) + "\n");
        err.flush();
    }

    /** Writes the stack trace of an internal error. */
    void trace(Throwable broken) {
        StringWriter trace = new StringWriter();
        broken.printStackTrace(new PrintWriter(trace));
        println(trace.toString().replace("\t", "    ").stripTrailing());
    }

    /** Shows a temporary line in place of the last one. */
    void showInPassing(String line) {
        err.print(CLEAR + Visible.line(line));
        err.flush();
    }

    /** Removes the temporary line. */
    void clear() {
        err.print(CLEAR);
        err.flush();
    }
}
