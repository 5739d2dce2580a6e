package dev.remit.node;

import java.util.Locale;
import java.util.Optional;

/**
 * Classifies characters: those that are invisible, and those that are forbidden in files.
 *
 * <p>Texts may hold the invisible characters that languages and emoji need, such as joiners. Ids and keys may hold
 * none: two of them that look equal must be equal.
 */
public final class Characters {

    private Characters() {}

    /**
     * Whether a character is forbidden everywhere: control characters other than tab and line ends, line separators
     * that only some programs obey, characters that change the direction of the text around them, and code points that
     * are not characters.
     *
     * @param point the code point
     * @return true if a file with it may read differently from how it looks
     */
    public static boolean isForbidden(int point) {
        if (point < 0x20) {
            return point != '\t' && point != '\n' && point != '\r';
        }
        return (point >= 0x7F && point <= 0x9F)
                || point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x2028 && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || (point >= 0xD800 && point <= 0xDFFF)
                || point == 0xFEFF
                || (point & 0xFFFE) == 0xFFFE;
    }

    /**
     * Whether a character is invisible, or looks like a plain space.
     *
     * @param point the code point
     * @return true if it is forbidden in ids and keys
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
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default ->
                // Fillers, joiners and variation selectors, which Unicode counts as letters and marks
                point == 0x034F
                        || point == 0x115F
                        || point == 0x1160
                        || (point >= 0x17B4 && point <= 0x17B5)
                        || (point >= 0x180B && point <= 0x180F)
                        || point == 0x2800
                        || point == 0x3164
                        || (point >= 0xFE00 && point <= 0xFE0F)
                        || point == 0xFFA0
                        || (point >= 0xE0100 && point <= 0xE01EF);
        };
    }

    /**
     * Whether a character is invisible even beside others: blanks, joiners, fillers and variation selectors. A text of
     * nothing else is blank.
     *
     * @param point the code point
     * @return true if nothing of it is visible
     */
    public static boolean isBlank(int point) {
        if (point > ' ' && point < 0x7F) {
            return false;
        }
        return point <= ' '
                || Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || isForbidden(point)
                || isIgnored(point);
    }

    /** Whether Unicode lets programs ignore a character in display, or it is one of three with an empty glyph. */
    private static boolean isIgnored(int point) {
        return point == 0x00AD
                || point == 0x034F
                || (point >= 0x115F && point <= 0x1160)
                || (point >= 0x17B4 && point <= 0x17B5)
                || (point >= 0x180B && point <= 0x180F)
                || (point >= 0x200B && point <= 0x200F)
                || (point >= 0x2060 && point <= 0x206F)
                || point == 0x2800
                || point == 0x3164
                || (point >= 0xFE00 && point <= 0xFE0F)
                || point == 0xFFA0
                || (point >= 0xFFF0 && point <= 0xFFFB)
                || point == 0x16FE4
                || (point >= 0x1BCA0 && point <= 0x1BCA3)
                || point == 0x1D159
                || (point >= 0x1D173 && point <= 0x1D17A)
                || (point >= 0xE0000 && point <= 0xE0FFF);
    }

    /**
     * Finds the first invisible character of an id or key.
     *
     * @param text the id or key
     * @return its index in the text, or empty if all are visible
     */
    public static Optional<Integer> firstHidden(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isHidden(text.codePointAt(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /**
     * Describes a character by its number and, if it has one, its name.
     *
     * @param point the code point
     * @return such as {@code U+200B (zero width space)}
     */
    public static String named(int point) {
        String number = String.format(Locale.ROOT, "U+%04X", point);
        String name = Character.getName(point);
        return name == null ? number : number + " (" + name.toLowerCase(Locale.ROOT) + ")";
    }

    /** An id or key without its invisible characters. */
    static String withoutHidden(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isHidden(point)).forEach(seen::appendCodePoint);
        return seen.toString();
    }
}
