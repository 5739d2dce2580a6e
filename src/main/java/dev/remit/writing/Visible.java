package dev.remit.writing;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Replaces characters that are invisible, or would change the display of others, by their numbers, such as {@code
 * \u202e}.
 *
 * <p>A terminal reacts to more of them than a page does: {@link #line} is for terminals, {@link #onPage} for all other
 * output.
 */
public final class Visible {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n]\\s*|\\t");

    private Visible() {}

    /**
     * Cleans a text within a line of a terminal.
     *
     * @param text any text
     * @return the text without control, format and line-breaking characters
     */
    public static String line(String text) {
        return without(Visible::isHidden, text);
    }

    /**
     * Cleans prose within a line of a terminal.
     *
     * @param prose any text, perhaps of several lines
     * @return one line, with one blank in place of several
     */
    public static String prose(String prose) {
        return oneLine(without(point -> isHidden(point) && !isBlank(point), prose));
    }

    /**
     * Cleans a line for a terminal that was built from texts, perhaps of several lines.
     *
     * @param line the line; blanks at its beginning and between its words are the program's
     * @return one line
     */
    public static String whole(String line) {
        int indent = line.length() - line.stripLeading().length();
        return line.substring(0, indent) + line(BREAKS.matcher(line.strip()).replaceAll(" "));
    }

    /**
     * Cleans several lines for a terminal.
     *
     * @param text lines that the program built
     * @return the same without control and format characters other than line ends
     */
    public static String lines(String text) {
        return without(point -> point != '\n' && isHidden(point), text);
    }

    /**
     * Cleans a text for a page, and keeps the joiners that emoji and some languages need.
     *
     * @param text any text, perhaps of several lines
     * @return the text without characters that control a program or change the direction of the text around them
     */
    public static String onPage(String text) {
        return without(Visible::isControlling, text);
    }

    /**
     * Puts prose on one line, without escaping it for an output.
     *
     * @param prose any text, perhaps of several lines
     * @return the text with one blank in place of several
     */
    public static String oneLine(String prose) {
        return BLANKS.matcher(prose.strip()).replaceAll(" ");
    }

    /**
     * Whether a character would be invisible on a terminal, or change the display of others.
     *
     * @param point the code point
     * @return true for control, format and line-breaking characters, lone surrogates and code points that are not
     *     characters
     */
    public static boolean isHidden(int point) {
        if (point >= ' ' && point < 0x7F) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> isNoCharacter(point);
        };
    }

    private static boolean isBlank(int point) {
        return point == '\n' || point == '\t' || point == '\r';
    }

    private static boolean isControlling(int point) {
        if (point < 0x80) {
            return point == 0x7F || (point < ' ' && !isBlank(point));
        }
        boolean isDirection = point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x206F);
        return isDirection
                || point <= 0x9F
                || point == 0x2028
                || point == 0x2029
                || point == 0xFEFF
                || (point >= 0xFFF9 && point <= 0xFFFB)
                || (point >= 0xE0000 && point <= 0xE001F)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || isNoCharacter(point);
    }

    private static boolean isNoCharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    }

    private static String without(IntPredicate unwanted, String text) {
        if (text.codePoints().noneMatch(unwanted)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (!unwanted.test(point)) {
                visible.appendCodePoint(point);
            } else if (point == '\n') {
                visible.append("\\n");
            } else if (point == '\t') {
                visible.append("\\t");
            } else {
                visible.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08x" : "\\u%04x", point));
            }
        });
        return visible.toString();
    }
}
