package dev.remit.clauses;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Removes the typography of sentences, so that editions that differ in nothing else become equal.
 *
 * <p>It removes line breaks and repeated spaces, bullets, footnote marks, link signs, quotation marks, the kinds of
 * dashes and apostrophes, invisible characters, and the final stop. Words, their order, capitals and other punctuation
 * stay, since they can carry meaning.
 */
final class Plain {
    /** The link signs that pages put behind headings. */
    private static final String HEADING_SIGNS = "🔗¶#";

    private static final Pattern SUPERSCRIPT = Pattern.compile("(?<=\\S)[⁰¹²³⁴⁵⁶⁷⁸⁹]+");
    private static final Pattern NUMBER_IN_BRACKETS = Pattern.compile("\\[\\d{1,3}]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}]");
    private static final Pattern LINK_SIGN = Pattern.compile("[🔗¶↩↑⬆⤴]");
    private static final Pattern BULLET = Pattern.compile("^\\s*[•◦▪▫‣⁃●○·*+\\-](?=\\s)");
    private static final Pattern DASH = Pattern.compile("\\s*[\\p{Pd}−]\\s*");
    private static final Pattern DOUBLE_QUOTE = Pattern.compile("[\"“”„‟«»‹›″〝〞]|''|``");
    private static final Pattern SINGLE_QUOTE = Pattern.compile("['‘’‚‛′`´ʼ]|\uFFFD+");
    private static final Pattern LOOSE_QUOTE = Pattern.compile("(?<![\\p{L}\\p{N}])'|'(?![\\p{L}\\p{N}])");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SPACE_BEFORE = Pattern.compile(" (?=[,.;:!?)\\]])");
    private static final Pattern SPACE_AFTER = Pattern.compile("(?<=[(\\[]) ");
    private static final Pattern LAST_STOP = Pattern.compile("[.,;:]+$");
    private static final Pattern NUMBERING = Pattern.compile("^\\d{1,2}(?:\\.\\d{1,2})*[.)]?\\s+");

    private Plain() {}

    /** A sentence without its typography. */
    static String of(String sentence) {
        String text = Mojibake.repair(sentence);
        text = SUPERSCRIPT.matcher(text).replaceAll("");
        text = NUMBER_IN_BRACKETS.matcher(text).replaceAll("");
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        text = INVISIBLE.matcher(text).replaceAll("");
        text = LINK_SIGN.matcher(text).replaceAll("");
        text = BULLET.matcher(text).replaceAll("");
        text = DASH.matcher(text).replaceAll("-");
        text = DOUBLE_QUOTE.matcher(text).replaceAll("");
        text = SINGLE_QUOTE.matcher(text).replaceAll("'");
        text = LOOSE_QUOTE.matcher(text).replaceAll("");
        text = SPACE.matcher(text).replaceAll(" ");
        text = SPACE_BEFORE.matcher(text).replaceAll("");
        text = SPACE_AFTER.matcher(text).replaceAll("").strip();
        return LAST_STOP.matcher(text).replaceAll("").strip();
    }

    /** The form of a heading for comparison: its title without capitals. */
    static String heading(String heading) {
        return of(title(heading)).toLowerCase(Locale.ROOT);
    }

    /** A heading without its number and link sign. */
    static String title(String heading) {
        String text = INVISIBLE.matcher(heading).replaceAll("").strip();
        if (hasSign(text)) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1)).strip();
        }
        return NUMBERING.matcher(text).replaceAll("");
    }

    /** Whether a line ends in a sign that only headings have. */
    static boolean hasSign(String line) {
        String text = INVISIBLE.matcher(line).replaceAll("").strip();
        return text.codePointCount(0, text.length()) > 1
                && HEADING_SIGNS.indexOf(text.codePointBefore(text.length())) >= 0;
    }
}
