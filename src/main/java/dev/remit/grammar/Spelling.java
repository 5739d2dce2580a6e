package dev.remit.grammar;

import dev.remit.node.Characters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The spelling of an id, or of a word that stands for one.
 *
 * <p>Each spelling is implemented twice: as a fast scan for checking, and as the pattern in the JSON Schema. A test
 * compares the two.
 */
public enum Spelling {

    /** Lower-case letters and digits, joined by single hyphens: for ids that a policy gives to its own parts. */
    ID(Patterns.ID, 64, Rules.ID),

    /** A word of the vocabulary, which may come from another system. */
    WORD(Patterns.WORD, 128, Rules.WORD),

    /** A word for a duty; {@code none} means no duty at all where duties are listed. */
    DUTY(Patterns.WORD, 128, Rules.WORD),

    /** A word that differs from the keys that every project has. */
    ATTRIBUTE_ID(Patterns.ATTRIBUTE, 128, Rules.WORD),

    /** A word that differs from the names of the parts that every question has. */
    FACT_ID(Patterns.WORD, 128, Rules.WORD),

    /** Letters and digits, joined by single hyphens, dots or underscores: for clauses and documents. */
    CODE("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*", 64, "letters and digits, joined by `-`, `.` or `_`"),

    /** Any visible text: for projects and people, whose ids come from other systems. */
    NAME(Patterns.NAME, 256, "visible characters, with no space at either end"),

    /** What conditions give values of: a fact with values, or an attribute by its path. */
    TOPIC("(" + Patterns.WORD + "|" + Patterns.PATH + ")", 148, "`project.` and an attribute, such as `project.kind`"),

    /** A word that can be a condition by itself: a fact, a named condition, or the path of a boolean attribute. */
    STATE("(" + Patterns.WORD + "|" + Patterns.PATH + ")", 148, Rules.WORD),

    /**
     * A name of something that a question can leave unknown: a fact, or a project attribute or permission by its path.
     */
    KNOWLEDGE("(" + Patterns.WORD + "|" + Patterns.PATH + ")", 148, Rules.WORD),

    /** A name that an author gives to a condition, a set or something a suite describes; {@code none} means nothing there. */
    LABEL(Patterns.ID, 64, Rules.ID),

    /** A value of an attribute, {@code true} and {@code false} included. */
    VALUE(Patterns.WORD, 128, Rules.WORD);

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
            case ID -> Kept.OF_IDS;
            case WORD, DUTY, STATE, KNOWLEDGE, CODE, NAME -> Kept.OF_WORDS;
            case LABEL -> Kept.OF_LABELS;
            case ATTRIBUTE_ID -> Kept.OF_ATTRIBUTES;
            case FACT_ID -> Kept.OF_FACTS;
            case VALUE -> Kept.OF_VALUES;
            case TOPIC -> List.of();
        };
    }

    /**
     * Further words that are spelled this way and cannot be declared, because they stand for several or for nothing where
     * such words are listed. Where one is named, it is simply not declared.
     *
     * @return the words, in the order in which messages list them
     */
    public List<String> undeclarable() {
        return switch (this) {
            case WORD, LABEL -> Kept.GROUPS;
            case DUTY, FACT_ID -> Kept.GROUPS_AND_NOTHING;
            case NAME -> Kept.NONE;
            case ID, ATTRIBUTE_ID, CODE, TOPIC, STATE, KNOWLEDGE, VALUE -> List.of();
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
            case ID, LABEL -> isId(text);
            case WORD, DUTY, FACT_ID, VALUE -> isOwnWord(text);
            case ATTRIBUTE_ID ->
                isOwnWord(text) && Patterns.OF_PERMISSIONS.stream().noneMatch(text::startsWith);
            case CODE -> isJoined(text, true);
            case NAME -> isName(text);
            case STATE, KNOWLEDGE, TOPIC -> isOwnWord(text) || isPath(text);
        };
    }

    /**
     * Whether a word is a valid id of this spelling, in every respect.
     *
     * @param text the word
     * @return true if it is spelled so, short enough, not reserved and without invisible characters
     */
    public boolean accepts(String text) {
        return fits(text)
                && length(text) <= longest
                && !reserved().contains(text)
                && firstHidden(text).isEmpty();
    }

    /** The length of a word as its reader counts it. */
    int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first invisible character of a word that can have visible ones of any sort. */
    Optional<Integer> firstHidden(String text) {
        return this == NAME ? Characters.firstHidden(text) : Optional.empty();
    }

    /** Whether a word is the path of something about the project. */
    static boolean isPath(String text) {
        return text.startsWith(Patterns.PROJECT) && isWord(text, Patterns.PROJECT.length());
    }

    /** Whether a word is one that no path and no wish of a question can be. */
    private static boolean isOwnWord(String text) {
        return !text.startsWith(Patterns.PROJECT) && !text.startsWith(Patterns.WISHES) && isWord(text, 0);
    }

    private static boolean isWord(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            boolean isInner = i > from && i < text.length() - 1 && "-_.:/".indexOf(text.charAt(i)) >= 0;
            if (!isInner && !isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return from < text.length();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.chars().noneMatch(Character::isISOControl)
                && !isSpace(text.charAt(0))
                && !isSpace(text.charAt(text.length() - 1));
    }

    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c);
    }

    private static boolean isId(String text) {
        return isJoined(text, false) && !isFraction(text);
    }

    private static boolean isJoined(String text, boolean code) {
        boolean joint = true;
        for (int i = 0; i < text.length(); i++) {
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
    private static boolean isFraction(String text) {
        int sign = text.indexOf("e-");
        return sign > 0 && areDigits(text, 0, sign) && areDigits(text, sign + 2, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }

    /** Descriptions that several spellings share. */
    private static final class Rules {
        static final String ID = "lower-case letters and digits, joined by `-`";
        static final String WORD = "letters and digits, with `-`, `_`, `.`, `:` or `/` between them";

        private Rules() {}
    }

    /** Pieces of patterns. */
    private static final class Patterns {
        static final String PROJECT = "project.";
        static final List<String> OF_PERMISSIONS = List.of("permissions.", "permissions-ever.", "permissionsEver.");
        static final String WISHES = "optOuts.";
        private static final String NO_FRACTION = "(?![0-9]+e-[0-9]+$)";
        private static final String INNER = "[A-Za-z0-9]([A-Za-z0-9._:/-]*[A-Za-z0-9])?";
        static final String ID = NO_FRACTION + "[a-z0-9]+(-[a-z0-9]+)*";
        static final String WORD = "(?!project\\.|optOuts\\.)" + INNER;
        static final String ATTRIBUTE = "(?!permissions(-ever|Ever)?\\.)" + WORD;
        static final String PATH = "project\\." + INNER;

        private static final String CONTROLS = "\\u0000-\\u001F\\u007F-\\u009F";
        private static final String SPACES = " \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";
        private static final String END = "[^" + CONTROLS + SPACES + "]";
        static final String NAME = END + "([^" + CONTROLS + "]*" + END + ")?";

        private Patterns() {}
    }

    /** Reserved words. */
    private static final class Kept {
        private static final List<String> OURS = List.of("any", "unknown", "unstated");
        private static final List<String> TRUTH = List.of("true", "false");
        /** The words that YAML 1.1 readers take for truth values. */
        private static final List<String> TRUTH_ELSEWHERE = List.of("yes", "no", "on", "off", "y", "n");

        private static final List<String> NOTHING = List.of("null");

        static final List<String> GROUPS = List.of("all", "rest", "elsewhere");
        static final List<String> NONE = List.of("none");
        static final List<String> GROUPS_AND_NOTHING = all(List.of(GROUPS, NONE));

        static final List<String> OF_IDS = all(List.of(OURS, TRUTH, NOTHING, TRUTH_ELSEWHERE));
        static final List<String> OF_LABELS = all(List.of(OURS, NONE, TRUTH, NOTHING, TRUTH_ELSEWHERE));
        static final List<String> OF_WORDS =
                all(List.of(OURS, inAnyCapitals(all(List.of(TRUTH, NOTHING, TRUTH_ELSEWHERE)))));
        static final List<String> OF_VALUES =
                OF_WORDS.stream().filter(word -> !TRUTH.contains(word)).toList();
        static final List<String> OF_FACTS =
                all(List.of(OF_WORDS, List.of("role", "activity", "level", "category", "route")));
        static final List<String> OF_ATTRIBUTES = all(List.of(
                OF_WORDS,
                List.of(
                        "title",
                        "description",
                        "from",
                        "until",
                        "permissions",
                        "permissions-ever",
                        "permissionsEver",
                        "also",
                        "on-purpose")));

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
