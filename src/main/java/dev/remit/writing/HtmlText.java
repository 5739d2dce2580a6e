package dev.remit.writing;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A fragment of HTML. Its tags come from templates in the program; every other text is escaped, so that it is shown as
 * it was written, in attributes too. Immutable.
 */
public final class HtmlText {
    /** The empty fragment. */
    public static final HtmlText NONE = new HtmlText("");

    private final String html;

    private HtmlText(String html) {
        this.html = html;
    }

    /**
     * Fills a template.
     *
     * @param template HTML with {@code {}} in place of the parts
     * @param parts HTML, which is used as it is, or anything else, whose text is escaped and put on one line
     * @return the HTML
     */
    public static HtmlText of(@CompileTimeConstant String template, Object... parts) {
        return new HtmlText(Template.fill(template, parts, HtmlText::written));
    }

    /**
     * A text.
     *
     * @param text any text
     * @return the text, escaped
     */
    public static HtmlText text(Object text) {
        return of("{}", text);
    }

    /**
     * Escapes a text for places without tags, such as {@code title} and {@code option}.
     *
     * @param text any text
     * @return the text, escaped
     */
    public static HtmlText bare(Object text) {
        return new HtmlText(written(text, true));
    }

    /**
     * Escapes a part of a sentence.
     *
     * @param text any text; a blank at either end is kept, as one blank
     * @return the text, escaped
     */
    public static HtmlText spaced(String text) {
        String before = text.startsWith(" ") ? " " : "";
        String after = text.length() > 1 && text.endsWith(" ") ? " " : "";
        return new HtmlText(before + written(text, false) + after);
    }

    /**
     * Formats an id, or any other text for programs, as code.
     *
     * @param id the id
     * @return its text, as code
     */
    public static HtmlText code(Object id) {
        return of("<code>{}</code>", id);
    }

    /**
     * Joins fragments.
     *
     * @param between the HTML between them
     * @param stretches the fragments
     * @return all of them
     */
    public static HtmlText joined(@CompileTimeConstant String between, Collection<HtmlText> stretches) {
        return new HtmlText(stretches.stream().map(each -> each.html).collect(Collectors.joining(between)));
    }

    /**
     * Whether it is empty.
     *
     * @return true if it is empty
     */
    public boolean isEmpty() {
        return html.isEmpty();
    }

    /** A fragment that was built from HTML. */
    static HtmlText written(StringBuilder html) {
        return new HtmlText(html.toString());
    }

    private static String written(Object part, boolean isInTag) {
        if (part instanceof HtmlText written) {
            if (isInTag && written.html.indexOf('<') >= 0) {
                throw new IllegalArgumentException("there are no tags within a tag: " + written);
            }
            return written.html;
        }
        String text = Visible.oneLine(Visible.onPage(part.toString()));
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        // A text that runs from right to left must not reorder the text beside it.
        return !isInTag && text.codePoints().anyMatch(HtmlText::isFromTheRight)
                ? "<bdi>" + escaped + "</bdi>"
                : escaped;
    }

    private static boolean isFromTheRight(int point) {
        return switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> true;
            default -> false;
        };
    }

    /** The HTML. */
    @Override
    public String toString() {
        return html;
    }
}
