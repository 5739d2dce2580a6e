package dev.remit.cli;

import dev.remit.writing.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Standard output. Buffered; {@link #flush} hands on what was written. Once nobody reads it any more, as after {@code
 * remit clauses | head -1}, whatever else is written is dropped: the verb comes to its end, and to its exit code.
 */
final class Output {
    private static final Pattern YES = Pattern.compile("^PERMITTED\\b", Pattern.MULTILINE);
    private static final Pattern NO = Pattern.compile("^(?:DENIED|FAILED|error)\\b", Pattern.MULTILINE);
    private static final Pattern PERHAPS = Pattern.compile("^(?:UNDETERMINED|warning)\\b", Pattern.MULTILINE);

    private final OutputStream out;
    private final boolean colours;
    private boolean isRead = true;

    Output(OutputStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** There is no room for what is written, or nowhere to write it to. */
    static final class Failed extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        private Failed(IOException cause) {
            super(cause);
        }
    }

    /** Whether somebody may still read what is written; known once it was tried. */
    boolean isRead() {
        return isRead;
    }

    boolean hasColours() {
        return colours;
    }

    /** A line, or several with line ends between them, for programs. */
    void line(String line) {
        bytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Lines that end with a line end, for programs. */
    void bytes(byte[] bytes) {
        if (isRead) {
            attempt(() -> out.write(bytes));
        }
    }

    /** A line, or several, for people: in colours if these are wanted, and with nothing else that a terminal obeys. */
    void say(String text) {
        String visible = Visible.lines(text);
        line(colours ? coloured(visible) : visible);
    }

    void flush() {
        if (isRead) {
            attempt(out::flush);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** Writes; a pipe whose reader has read enough is no failure. */
    private void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException failed) {
            if (!String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
                throw new Failed(failed);
            }
            isRead = false;
        }
    }

    private static String coloured(String text) {
        String painted = YES.matcher(text).replaceAll("\033[1;32m$0\033[0m");
        painted = NO.matcher(painted).replaceAll("\033[1;31m$0\033[0m");
        return PERHAPS.matcher(painted).replaceAll("\033[1;33m$0\033[0m");
    }
}
