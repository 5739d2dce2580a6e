package dev.remit.cli;

import dev.remit.writing.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * Standard output. Buffered; {@link #flush} writes the buffer. Once its reader has gone, as after {@code remit clauses
 * | head -1}, further output is dropped, so that the verb runs to its end and returns its exit code.
 */
final class Output {
    private final OutputStream out;
    private final boolean colours;
    private final IntSupplier width;
    private boolean isRead = true;

    Output(OutputStream out, boolean colours) {
        this(out, colours, () -> 0);
    }

    /**
     * Writes to a stream.
     *
     * @param width how many characters fit on a line of a terminal; 0 if it is none
     */
    Output(OutputStream out, boolean colours, IntSupplier width) {
        this.out = out;
        this.colours = colours;
        this.width = width;
    }

    /** The output could not be written, such as to a full disk. */
    static final class Failed extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        private Failed(IOException cause) {
            super(cause);
        }
    }

    /** Whether the output may still have a reader; false once writing found that it has none. */
    boolean isRead() {
        return isRead;
    }

    /** How many characters fit on a line of the terminal; 0 if it is none. */
    int width() {
        return width.getAsInt();
    }

    boolean hasColours() {
        return colours;
    }

    /** Writes a line, or several with line ends between them, for programs. */
    void line(String line) {
        bytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes lines, each with its line end, for programs. */
    void bytes(byte[] bytes) {
        if (isRead) {
            attempt(() -> out.write(bytes));
        }
    }

    /** Writes a line, or several, for people: in colours if they are wanted, broken at
     * the width of a terminal, and without other control characters. */
    void say(String text) {
        String visible = Wrapping.at(width(), Visible.lines(text));
        line(colours ? Colours.of(visible) : visible);
    }

    void flush() {
        if (isRead) {
            attempt(out::flush);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** Writes; a pipe whose reader has gone is no failure. */
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

    /** The colours of answers, prepared when something is first coloured. */
    private static final class Colours {
        private static final Pattern YES = Pattern.compile("^(?:PERMITTED|GAINED)\\b|: always$", Pattern.MULTILINE);
        private static final Pattern NO =
                Pattern.compile("^(?:DENIED|LOST|FAILED|error)\\b|: (?:never|forbidden)$", Pattern.MULTILINE);
        private static final Pattern PERHAPS =
                Pattern.compile("^(?:UNDETERMINED|CHANGED|WIDER|NARROWER|warning)\\b|: if$", Pattern.MULTILINE);

        private Colours() {}

        static String of(String text) {
            String painted = YES.matcher(text).replaceAll("\033[1;32m$0\033[0m");
            painted = NO.matcher(painted).replaceAll("\033[1;31m$0\033[0m");
            return PERHAPS.matcher(painted).replaceAll("\033[1;33m$0\033[0m");
        }
    }
}
