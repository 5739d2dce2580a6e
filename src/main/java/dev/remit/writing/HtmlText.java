package dev.remit.writing;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A stretch of HTML. Its tags come from templates in the program; every other text is escaped, so that it is shown as it was
 * written, in attributes too. Immutable.
 */
public final class HtmlText {
    /** Nothing at all. */
    public static final HtmlText NONE = new HtmlText("");

    private final String html;

    private HtmlText(String html) {
        this.html = html;
    }

    /**
     * Fills a template.
     *
     * @param template HTML with {@code {}} where the parts belong
     * @param parts HTML, which is taken as it is, or anything else, whose text is escaped and brought on one line
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
     * A text where no tag can stand, as within {@code title} and {@code option}.
     *
     * @param text any text
     * @return the text, escaped
     */
    public static HtmlText bare(Object text) {
        return new HtmlText(written(text, true));
    }

    /**
     * A stretch of a sentence.
     *
     * @param text any text; one blank at each end, if there is any, parts it from its neighbours
     * @return the text, escaped
     */
    public static HtmlText spaced(String text) {
        String before = text.startsWith(" ") ? " " : "";
        String after = text.length() > 1 && text.endsWith(" ") ? " " : "";
        return new HtmlText(before + written(text, false) + after);
    }

    /**
     * An id, or anything else in the words of a program.
     *
     * @param id what is told
     * @return its text, as code
     */
    public static HtmlText code(Object id) {
        return of("<code>{}</code>", id);
    }

    /**
     * Stretches with something between them.
     *
     * @param between HTML
     * @param stretches the stretches
     * @return all of them
     */
    public static HtmlText joined(@CompileTimeConstant String between, Collection<HtmlText> stretches) {
        return new HtmlText(stretches.stream().map(each -> each.html).collect(Collectors.joining(between)));
    }

    /**
     * Whether nothing is written.
     *
     * @return true if it is empty
     */
    public boolean isEmpty() {
        return html.isEmpty();
    }

    /** What was put together of HTML. */
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
        // A text that runs from right to left must not carry off what stands beside it.
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
