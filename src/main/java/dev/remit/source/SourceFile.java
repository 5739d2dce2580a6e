package dev.remit.source;

import static java.util.Objects.requireNonNull;

/**
 * A file somebody wrote: the name people know it by, and its whole text.
 *
 * <p>A byte order mark at the very start is dropped, so that line 1, column 1 is the first character people see. Lines
 * end with a line feed, a carriage return, or both together. Immutable.
 *
 * @param name the name as diagnostics print it, usually a path relative to where the user stands
 * @param text the whole text
 */
public record SourceFile(String name, String text) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Checks that both parts are there.
     *
     * @param name the name as diagnostics print it; not blank
     * @param text the whole text; may be empty
     */
    public SourceFile {
        requireNonNull(name, "name");
        requireNonNull(text, "text");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
    }

    /**
     * One line, without its line end.
     *
     * @param number the line wanted, counted from 1
     * @return the line, or an empty text if the file has no such line
     */
    public String line(int number) {
        int start = 0;
        for (int line = 1; line < number; line++) {
            start = nextLine(start);
            if (start < 0) {
                return "";
            }
        }
        return number < 1 ? "" : text.substring(start, endOfLine(start));
    }

    /**
     * How many lines there are; a text without any line end, even an empty one, is one line.
     *
     * @return the number of lines, at least 1
     */
    public int lineCount() {
        int count = 0;
        for (int start = 0; start >= 0; start = nextLine(start)) {
            count++;
        }
        return count;
    }

    /** Where the line after the one at {@code start} begins, or -1 if that one is the last. */
    private int nextLine(int start) {
        int end = endOfLine(start);
        if (end == text.length()) {
            return -1;
        }
        boolean pair = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
        return end + (pair ? 2 : 1);
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
