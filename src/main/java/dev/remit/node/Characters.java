package dev.remit.node;

import java.util.Locale;
import java.util.Optional;

/**
 * Tells which characters cannot be seen, and which must not stand in a file at all.
 *
 * <p>Texts may hold what languages and emoji need, such as joiners. Ids and keys may hold nothing that cannot be seen:
 * two of them that look the same must be the same.
 */
public final class Characters {

    private Characters() {}

    /**
     * Whether a character must not stand anywhere: control characters other than tab and line ends, line separators
     * that only some programs obey, characters that change the direction of the text around them, and what is no
     * character.
     *
     * @param point the code point
     * @return true if a file with it cannot be trusted to say what it seems to say
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
     * Whether a character cannot be seen, or cannot be told from a plain space.
     *
     * @param point the code point
     * @return true if it must not stand in an id or a key
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
     * Whether nothing is seen of a character, even beside others: blanks, joiners, fillers and what selects a form. A text
     * of nothing else is blank.
     *
     * @param point the code point
     * @return true if it leaves no ink
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

    /** What Unicode lets programs leave out of sight, and three that have an empty picture. */
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
     * Where the first character that cannot be seen stands in an id or key.
     *
     * @param text the id or key
     * @return its index in the text, or empty if all can be seen
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
     * A character by its number and, if it has one, its name.
     *
     * @param point the code point
     * @return such as {@code U+200B (zero width space)}
     */
    public static String named(int point) {
        String number = String.format(Locale.ROOT, "U+%04X", point);
        String name = Character.getName(point);
        return name == null ? number : number + " (" + name.toLowerCase(Locale.ROOT) + ")";
    }

    /** An id or key without the characters that cannot be seen. */
    static String withoutHidden(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isHidden(point)).forEach(seen::appendCodePoint);
        return seen.toString();
    }
}
