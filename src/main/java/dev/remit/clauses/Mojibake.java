package dev.remit.clauses;

/**
 * Repairs text whose UTF-8 bytes were read as a Windows code page, so that a quotation mark became {@code â€œ} or, on a
 * Thai machine, {@code โ€œ}.
 *
 * <p>A run of characters is repaired if, as bytes of the code page, it is one UTF-8 character: normal text has no such
 * runs. If the code page dropped a byte for which it had no character, the remaining characters become the most common
 * mark they can come from.
 */
final class Mojibake {
    /** The characters of the bytes 80 to 9F on a Western page; a Thai one has fewer, and borrows the others. */
    private static final String WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u0178";

    private static final int FIRST_OF_WINDOWS = 0x80;
    private static final char FIRST_THAI = '\u0e01';
    private static final char LAST_THAI = '\u0e5b';
    private static final int BYTE_OF_FIRST_THAI = 0xA1;
    private static final int NONE = -1;

    /** The most times that text is repaired. */
    private static final int ROUNDS = 3;

    private Mojibake() {}

    static String repair(String text) {
        String repaired = text;
        for (int round = 0; round < ROUNDS; round++) {
            String before = repaired;
            repaired = once(before);
            if (repaired.equals(before)) {
                break;
            }
        }
        return repaired;
    }

    private static String once(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = lengthOf(byteOf(text.charAt(at)));
            int point = length == 0 ? NONE : decode(text, at, length);
            if (point != NONE) {
                repaired.appendCodePoint(point);
                at += length;
            } else if (isCutShort(text, at)) {
                boolean within =
                        at > 0 && at + 2 < text.length() && areLetters(text.charAt(at - 1), text.charAt(at + 2));
                repaired.append(within ? '-' : '”');
                at += 2;
            } else {
                repaired.append(text.charAt(at));
                at++;
            }
        }
        return repaired.toString();
    }

    /**
     * Whether a place has the first two of the three bytes of a quotation mark or hyphen, of which the third had no
     * character.
     */
    private static boolean isCutShort(String text, int at) {
        return byteOf(text.charAt(at)) == 0xE2 && at + 1 < text.length() && text.charAt(at + 1) == '€';
    }

    private static boolean areLetters(char before, char after) {
        return Character.isLetter(before) && Character.isLetter(after);
    }

    private static int lengthOf(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 3;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    }

    private static int decode(String text, int at, int length) {
        if (at + length > text.length()) {
            return NONE;
        }
        int point = byteOf(text.charAt(at)) & (0x7F >> length);
        boolean borrowed = !isThai(text.charAt(at));
        for (int i = at + 1; i < at + length; i++) {
            int next = byteOf(text.charAt(i));
            if (next < 0x80 || next > 0xBF) {
                return NONE;
            }
            // Thai words are runs of such characters. None holds one that the Thai page does not have.
            borrowed |= !isThai(text.charAt(i));
            point = (point << 6) | (next & 0x3F);
        }
        boolean shortest = point >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
        boolean exists = Character.isValidCodePoint(point) && !(point >= 0xD800 && point <= 0xDFFF);
        return borrowed && shortest && exists ? point : NONE;
    }

    private static boolean isThai(char c) {
        return c >= FIRST_THAI && c <= LAST_THAI;
    }

    /** The byte of a character in a code page. */
    private static int byteOf(char c) {
        if (isThai(c)) {
            return c - FIRST_THAI + BYTE_OF_FIRST_THAI;
        }
        if (c >= FIRST_OF_WINDOWS && c <= 0xFF) {
            return c;
        }
        int place = WINDOWS.indexOf(c);
        return place < 0 ? NONE : FIRST_OF_WINDOWS + place;
    }
}
