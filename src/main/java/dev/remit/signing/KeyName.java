package dev.remit.signing;

/**
 * The name of a key: not empty, without spaces, plus signs and control characters. A URL without its scheme is best,
 * such as {@code example.org/remit/records}; it need not exist.
 *
 * @param value the name
 */
public record KeyName(String value) {
    /** The most characters of a name, a limit that the formats do not set. */
    private static final int LONGEST = 256;

    public KeyName {
        if (!isName(value)) {
            throw new IllegalArgumentException("a key's name has 1 to " + LONGEST
                    + " characters, none of them a space, a plus sign or a control character");
        }
    }

    /** Reads a name. */
    public static KeyName parse(String text) throws RejectedException {
        if (!isName(text)) {
            throw new RejectedException("expected the name of a key, of 1 to " + LONGEST
                    + " characters without spaces, plus signs and control characters");
        }
        return new KeyName(text);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.codePoints()
                        .noneMatch(c -> c == '+'
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c)
                                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    @Override
    public String toString() {
        return value;
    }
}
