package dev.remit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Standard output. Buffered; {@link #flush} hands on what was written. */
final class Output {
    private static final Pattern YES = Pattern.compile("^PERMITTED\\b", Pattern.MULTILINE);
    private static final Pattern NO = Pattern.compile("^(?:DENIED|FAILED|error)\\b", Pattern.MULTILINE);
    private static final Pattern PERHAPS = Pattern.compile("^(?:UNDETERMINED|warning)\\b", Pattern.MULTILINE);

    private final OutputStream out;
    private final boolean colours;

    Output(OutputStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** Nobody takes what is written, or there is no room for it. */
    static final class Closed extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        private Closed(IOException cause) {
            super(cause);
        }

        /** Whether somebody has just read enough, of which there is nothing to say. */
        boolean isQuiet() {
            return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        }
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
        try {
            out.write(bytes);
        } catch (IOException closed) {
            throw new Closed(closed);
        }
    }

    /** A line, or several, for people: in colours if these are wanted. */
    void say(String text) {
        line(colours ? coloured(text) : text);
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException closed) {
            throw new Closed(closed);
        }
    }

    private static String coloured(String text) {
        String painted = YES.matcher(text).replaceAll("\033[1;32m$0\033[0m");
        painted = NO.matcher(painted).replaceAll("\033[1;31m$0\033[0m");
        return PERHAPS.matcher(painted).replaceAll("\033[1;33m$0\033[0m");
    }
}
