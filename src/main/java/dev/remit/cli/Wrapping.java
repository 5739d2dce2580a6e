package dev.remit.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Breaks lines for people at the width of a terminal, between words; what follows is indented as the line is, below what
 * stands after a bullet. Lines that somebody may copy or compare by columns are left whole: commands, questions as JSON,
 * places and excerpts of files.
 */
final class Wrapping {
    /** Below this a text is a column of single words, so that it is left to the terminal. */
    private static final int NARROWEST = 24;

    private static final Pattern BEGINNING = Pattern.compile("^ *(?:- |= (?:help|shown by): )?");
    private static final Pattern WHOLE =
            Pattern.compile("^ *(?:\\d* \\||--> |\\{|remit |such as: |= shown by: |ask: |[-\\w.]+ sha256:).*");

    private Wrapping() {}

    /** A text whose lines are at most so wide, as far as its words let them be. */
    static String at(int width, String text) {
        if (width < NARROWEST || text.length() <= width) {
            return text;
        }
        return text.lines().map(line -> line(width, line)).collect(Collectors.joining("\n"));
    }

    private static String line(int width, String line) {
        if (line.codePointCount(0, line.length()) <= width || WHOLE.matcher(line).matches()) {
            return line;
        }
        Matcher beginning = BEGINNING.matcher(line);
        int hang = beginning.find() ? beginning.end() : 0;
        if (hang > width / 2) {
            return line;
        }
        String indent = " ".repeat(hang);
        StringBuilder broken = new StringBuilder(line.substring(0, hang));
        int used = hang;
        boolean isFirst = true;
        for (String word : Pattern.compile(" ").splitAsStream(line.substring(hang)).toList()) {
            int length = word.codePointCount(0, word.length());
            if (!isFirst && used + 1 + length > width) {
                broken.append('\n').append(indent);
                used = hang;
                isFirst = true;
            }
            broken.append(isFirst ? "" : " ").append(word);
            used += length + (isFirst ? 0 : 1);
            isFirst = false;
        }
        return broken.toString();
    }
}
