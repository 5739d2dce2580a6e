package dev.remit.grammar;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The spelling of an id, or of a word that stands for one.
 *
 * <p>Each spelling is implemented twice: as a fast scan for checking, and as the pattern in the JSON Schema. A test
 * compares the two.
 */
public enum Spelling {

    /** Lower-case letters and digits, joined by single hyphens. */
    ID(Patterns.ID, 64, "lower-case letters and digits, joined by `-`"),

    /** An id that differs from the keys that every project has. */
    ATTRIBUTE_ID(Patterns.ID, 64, "lower-case letters and digits, joined by `-`"),

    /** An id that differs from the names of the parts that every question has. */
    FACT_ID(Patterns.ID, 64, "lower-case letters and digits, joined by `-`"),

    /** Letters and digits, joined by single hyphens, dots or underscores: for ids that come from other systems. */
    CODE("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*", 64, "letters and digits, joined by `-`, `.` or `_`"),

    /** What conditions give values of: a fact with values, or an attribute by its path. */
    TOPIC("(" + Patterns.ID + "|" + Patterns.PATH + ")", 84, "`project.` and an attribute, such as `project.kind`"),

    /** A word that can be a condition by itself: a fact, a named condition, or the path of a boolean attribute. */
    STATE("(" + Patterns.ID + "|" + Patterns.PATH + ")", 84, "lower-case letters and digits, joined by `-`"),

    /**
     * A name of something that a question can leave unknown: a fact, or a project attribute or permission by its path.
     */
    KNOWLEDGE("(" + Patterns.ID + "|" + Patterns.PATH + ")", 84, "lower-case letters and digits, joined by `-`"),

    /** A name that a suite gives to something it describes; {@code none} means nothing at all there. */
    LABEL(Patterns.ID, 64, "lower-case letters and digits, joined by `-`"),

    /** A value of an attribute, {@code true} and {@code false} included. */
    VALUE(Patterns.ID, 64, "lower-case letters and digits, joined by `-`");

    private final String pattern;
    private final int longest;
    private final String rule;

    Spelling(String pattern, int longest, String rule) {
        this.pattern = pattern;
        this.longest = longest;
        this.rule = rule;
    }

    /**
     * A regular expression for the whole word, without the limit on length and the reserved words.
     *
     * @return a pattern that Java and ECMAScript read alike
     */
    public String pattern() {
        return pattern;
    }

    /**
     * The greatest length of such a word.
     *
     * @return the length in characters
     */
    public int longest() {
        return longest;
    }

    /**
     * The words that are spelled this way but reserved, because they mean something else to the language or to YAML
     * readers.
     *
     * @return the words, in the order in which messages list them
     */
    public List<String> reserved() {
        return switch (this) {
            case ID, STATE, KNOWLEDGE -> Kept.OF_IDS;
            case LABEL -> Kept.OF_LABELS;
            case ATTRIBUTE_ID -> Kept.OF_ATTRIBUTES;
            case FACT_ID -> Kept.OF_FACTS;
            case CODE -> Kept.OF_CODES;
            case VALUE -> Kept.OF_VALUES;
            case TOPIC -> List.of();
        };
    }

    /**
     * Describes the spelling.
     *
     * @return such as {@code lower-case letters and digits, joined by `-`}
     */
    public String rule() {
        return rule;
    }

    /**
     * Whether a word is spelled this way, without regard to its length and the reserved words.
     *
     * @param text the word
     * @return true if it matches the pattern
     */
    public boolean fits(String text) {
        return switch (this) {
            case ID, ATTRIBUTE_ID, FACT_ID, VALUE, LABEL -> isId(text, 0);
            case CODE -> isJoined(text, 0, true);
            case STATE, KNOWLEDGE, TOPIC -> isId(text, 0) || isPath(text);
        };
    }

    /**
     * Whether a word is a valid id of this spelling, in every respect.
     *
     * @param text the word
     * @return true if it is spelled so, short enough and not reserved
     */
    public boolean accepts(String text) {
        return fits(text) && text.length() <= longest && !reserved().contains(text);
    }

    /** Whether a word is the path of something about the project. */
    static boolean isPath(String text) {
        if (!text.startsWith(Patterns.PROJECT)) {
            return false;
        }
        int start = Patterns.PROJECT.length();
        return isId(text, start)
                || Patterns.OF_PERMISSIONS.stream()
                        .anyMatch(path -> text.startsWith(path, start) && isId(text, start + path.length()));
    }

    private static boolean isId(String text, int from) {
        return isJoined(text, from, false) && !isFraction(text, from);
    }

    private static boolean isJoined(String text, int from, boolean code) {
        boolean joint = true;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (code && c >= 'A' && c <= 'Z')) {
                joint = false;
            } else if (!joint && (c == '-' || (code && (c == '.' || c == '_')))) {
                joint = true;
            } else {
                return false;
            }
        }
        return !joint;
    }

    /** Whether YAML readers would take it for a fraction, such as {@code 1e-5}. */
    private static boolean isFraction(String text, int from) {
        int sign = text.indexOf("e-", from);
        return sign > from && areDigits(text, from, sign) && areDigits(text, sign + 2, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }

    /** Pieces of patterns. */
    private static final class Patterns {
        static final String PROJECT = "project.";
        static final List<String> OF_PERMISSIONS = List.of("permissions.", "permissions-ever.");
        static final String ID = "(?![0-9]+e-[0-9]+$)[a-z0-9]+(-[a-z0-9]+)*";
        static final String PATH = "project\\.(permissions(-ever)?\\.)?" + ID;

        private Patterns() {}
    }

    /** Reserved words. */
    private static final class Kept {
        private static final List<String> OURS = List.of("any", "unknown", "unstated");
        private static final List<String> TRUTH = List.of("true", "false");
        /** The words that YAML 1.1 readers take for truth values. */
        private static final List<String> TRUTH_ELSEWHERE = List.of("yes", "no", "on", "off", "y", "n");

        private static final List<String> NOTHING = List.of("null");

        static final List<String> OF_IDS = all(List.of(OURS, TRUTH, NOTHING, TRUTH_ELSEWHERE));
        static final List<String> OF_LABELS = all(List.of(OURS, List.of("none"), TRUTH, NOTHING, TRUTH_ELSEWHERE));
        static final List<String> OF_VALUES = all(List.of(OURS, NOTHING, TRUTH_ELSEWHERE));
        static final List<String> OF_CODES =
                all(List.of(OURS, inAnyCapitals(all(List.of(TRUTH, NOTHING, TRUTH_ELSEWHERE)))));
        static final List<String> OF_FACTS =
                all(List.of(OF_IDS, List.of("role", "activity", "level", "category", "route")));
        static final List<String> OF_ATTRIBUTES = all(
                List.of(OF_IDS, List.of("title", "description", "from", "until", "permissions", "permissions-ever")));

        private Kept() {}

        private static List<String> all(List<List<String>> parts) {
            return parts.stream().flatMap(List::stream).toList();
        }

        /** Words as they are, with a capital, and in capitals: the spellings that YAML recognises. */
        private static List<String> inAnyCapitals(List<String> words) {
            return words.stream()
                    .flatMap(word -> Stream.of(
                            word,
                            word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1),
                            word.toUpperCase(Locale.ROOT)))
                    .distinct()
                    .toList();
        }
    }
}
