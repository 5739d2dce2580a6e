package dev.remit.diagnostic;

import dev.remit.writing.Visible;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Common parts of messages: text of the user in backticks, lists of words, "did you mean".
 *
 * <p>Text of the user is put on one line, cut to a readable length, with hidden characters made visible.
 */
public final class Words {

    private static final int LONGEST = 80;

    private Words() {}

    /**
     * Puts text of the user in backticks.
     *
     * @param text what the user wrote
     * @return the text on one line, cut after {@value #LONGEST} characters
     */
    public static String quoted(String text) {
        String shown = text;
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown = text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        }
        return "`" + visible(shown) + "`";
    }

    /**
     * Puts a name that readers must recognise or search for in backticks.
     *
     * @param name what the user wrote
     * @return the whole of it, on one line
     */
    public static String whole(String name) {
        return "`" + visible(name) + "`";
    }

    /**
     * Joins a choice of words: {@code `a`, `b` or `c`}.
     *
     * @param words the words, in the order they are to be read
     * @return all of them in backticks; empty if there are none
     */
    public static String or(Collection<String> words) {
        return joined(words, "or");
    }

    /**
     * Joins a list of words: {@code `a`, `b` and `c`}.
     *
     * @param words the words, in the order they are to be read
     * @return all of them in backticks; empty if there are none
     */
    public static String and(Collection<String> words) {
        return joined(words, "and");
    }

    /**
     * Advice for an unknown word.
     *
     * @param word what the user wrote
     * @param known the words that could have been meant
     * @return {@code did you mean `approver`?}, or empty if none is near
     */
    public static Optional<String> didYouMean(String word, Collection<String> known) {
        return Nearest.to(word, known).map(near -> "did you mean " + quoted(near) + "?");
    }

    /**
     * Writes every control, format and line-breaking character of a text as its number, such as {@code \u202e}.
     *
     * @param text any text
     * @return one line of text without hidden characters
     */
    public static String visible(String text) {
        return Visible.line(text);
    }

    /**
     * A number with the noun that fits it: {@code 1 rule}, {@code 2 rules}.
     *
     * @param one the noun for one
     * @param several the noun for none and for several
     */
    public static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    private static String joined(Collection<String> words, String last) {
        List<String> quoted = words.stream().map(Words::quoted).toList();
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        return quoted.stream().limit(quoted.size() - 1L).collect(Collectors.joining(", ")) + " " + last + " "
                + quoted.get(quoted.size() - 1);
    }
}
