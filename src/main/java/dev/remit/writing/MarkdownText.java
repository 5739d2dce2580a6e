package dev.remit.writing;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fragment of Markdown within a line. Its markup comes from templates in the program; every other text is escaped, so
 * that it is shown as it was written. That holds for CommonMark, for the extensions of tables, strikethrough, footnotes
 * and bare links, and for sites that turn plain words into formulas, emoji, people and issues. Immutable.
 */
public final class MarkdownText {
    /** The empty fragment. */
    public static final MarkdownText NONE = new MarkdownText("");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~$#&]");

    /** The characters with a meaning at the beginning of a line or an item. */
    private static final Pattern BEGINNING = Pattern.compile("^(?:[-+=]|(\\d{1,9})(?=[.)](?:\\s|$)))");

    /**
     * Addresses, people, issues and emoji, which sites also look for in the finished page, where backslashes no longer
     * help.
     */
    private static final Pattern SIGN =
            Pattern.compile("(?i)@|#(?=\\d)|:(?=[\\w+-]+:|//)|(?<=\\b(?:mailto|xmpp)):|(?<=\\bwww)\\.");

    private static final Pattern OTHER_BLANK = Pattern.compile("[\\p{Zs}&&[^ ]]");
    /** The addresses that are safe between angle brackets, and within a table. */
    private static final Pattern WEB = Pattern.compile("https?://[\\w.~/?#@!$&'()*+,;=:%-]+");

    private static final Pattern FENCE = Pattern.compile("`+");
    private static final Pattern OUTSIDE_ANCHORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_-]");

    private final String markdown;

    private MarkdownText(String markdown) {
        this.markdown = markdown;
    }

    /**
     * Fills a template.
     *
     * @param template Markdown with {@code {}} in place of the parts
     * @param parts Markdown or HTML, which is used as it is, or anything else, whose text is escaped and put on one
     *     line
     * @return the Markdown
     */
    public static MarkdownText of(@CompileTimeConstant String template, Object... parts) {
        return new MarkdownText(Template.fill(template, parts, (part, isInTag) -> written(part)));
    }

    /**
     * A text.
     *
     * @param text any text
     * @return the text, escaped
     */
    public static MarkdownText text(Object text) {
        return of("{}", text);
    }

    /**
     * Escapes a part of a sentence.
     *
     * @param text any text; a blank at either end is kept, as one blank
     * @return the text, escaped
     */
    public static MarkdownText spaced(String text) {
        String before = text.startsWith(" ") ? " " : "";
        String after = text.length() > 1 && text.endsWith(" ") ? " " : "";
        return new MarkdownText(before + written(text) + after);
    }

    /**
     * Formats an address, as a link if it is a web address.
     *
     * @param address the address as written; may be blank
     * @return the link or the text
     */
    public static MarkdownText address(String address) {
        return WEB.matcher(address).matches() ? of("<{}>", new MarkdownText(address)) : text(address);
    }

    /**
     * Joins fragments with commas and, before the last, "or".
     *
     * @param stretches the fragments
     * @return all of them
     */
    public static MarkdownText either(List<MarkdownText> stretches) {
        int last = stretches.size() - 1;
        return last < 1
                ? joined("", stretches)
                : of("{} or {}", joined(", ", stretches.subList(0, last)), stretches.get(last));
    }

    /**
     * Formats an id, or any other text for programs, as code.
     *
     * @param id the id
     * @return its text, as code
     */
    public static MarkdownText code(Object id) {
        String text = Visible.oneLine(Visible.onPage(id.toString()));
        if (text.isEmpty() || text.indexOf('|') >= 0) {
            // Only within tables does a bar within backticks need a backslash.
            return of("<code>{}</code>", text);
        }
        String fence = "`";
        for (Matcher run = FENCE.matcher(text); run.find(); ) {
            fence = "`".repeat(Math.max(fence.length(), run.group().length() + 1));
        }
        String room = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return new MarkdownText(fence + room + text + room + fence);
    }

    /**
     * Formats ids as code, separated by commas.
     *
     * @param ids the ids
     * @return each as code
     */
    public static MarkdownText codes(Collection<?> ids) {
        return joined(", ", ids.stream().map(MarkdownText::code).toList());
    }

    /**
     * Makes a link to a heading of the same page.
     *
     * @param heading the text of the heading
     * @return the link, with the same text
     */
    public static MarkdownText linkTo(Object heading) {
        String anchor = OUTSIDE_ANCHORS
                .matcher(heading.toString().strip().toLowerCase(Locale.ROOT).replace(' ', '-'))
                .replaceAll("");
        return of("[{}](#{})", heading, new MarkdownText(anchor));
    }

    /**
     * Joins fragments.
     *
     * @param between the Markdown between them
     * @param stretches the fragments
     * @return all of them
     */
    public static MarkdownText joined(@CompileTimeConstant String between, Collection<MarkdownText> stretches) {
        return new MarkdownText(stretches.stream().map(each -> each.markdown).collect(Collectors.joining(between)));
    }

    /**
     * Whether it is empty.
     *
     * @return true if it is empty
     */
    public boolean isEmpty() {
        return markdown.isEmpty();
    }

    private static String written(Object part) {
        if (part instanceof MarkdownText || part instanceof HtmlText) {
            return part.toString();
        }
        String text = Visible.oneLine(Visible.onPage(part.toString()));
        StringBuilder written = new StringBuilder(text.length() + 8);
        int from = 0;
        while (from < text.length()) {
            int point = text.codePointAt(from);
            written.append(escaped(text, from, point));
            from += Character.charCount(point);
        }
        return written.toString();
    }

    private static String escaped(String text, int at, int point) {
        String character = Character.toString(point);
        if (Character.isLetterOrDigit(point) || point == ' ') {
            return character;
        }
        if (isHere(SIGN, text, at)) {
            return "<span>" + character + "</span>";
        }
        if (point == '&') {
            return "&amp;";
        }
        if (OTHER_BLANK.matcher(character).matches()) {
            return "&#" + point + ";";
        }
        boolean isSpecial = SPECIAL.matcher(character).matches() || begins(text, at, point);
        return isSpecial ? "\\" + character : character;
    }

    private static boolean isHere(Pattern pattern, String text, int at) {
        return pattern.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .lookingAt();
    }

    /** Whether a character would begin an item, or turn the line above into a heading. */
    private static boolean begins(String text, int at, int point) {
        Matcher beginning = BEGINNING.matcher(text);
        if (!beginning.find()) {
            return false;
        }
        boolean isNumbered = beginning.group(1) != null;
        return isNumbered ? at == beginning.end() && (point == '.' || point == ')') : at == 0;
    }

    /** The Markdown. */
    @Override
    public String toString() {
        return markdown;
    }
}
