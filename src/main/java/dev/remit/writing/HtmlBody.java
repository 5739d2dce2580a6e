package dev.remit.writing;

import com.google.errorprone.annotations.CompileTimeConstant;

/** The body of an HTML page under construction, written line by line. Not safe to share between threads. */
public final class HtmlBody {
    private final StringBuilder body = new StringBuilder();

    /**
     * Writes a line, without surrounding blanks.
     *
     * @param template HTML with {@code {}} in place of the parts
     * @param parts as {@link HtmlText#of} takes them
     * @return this body
     */
    public HtmlBody line(@CompileTimeConstant String template, Object... parts) {
        return line(HtmlText.of(template, parts));
    }

    /**
     * Writes a line, without surrounding blanks.
     *
     * @param line HTML
     * @return this body
     */
    public HtmlBody line(HtmlText line) {
        body.append(line.toString().strip()).append('\n');
        return this;
    }

    /**
     * Writes a fragment as it is.
     *
     * @param template HTML with {@code {}} in place of the parts
     * @param parts as {@link HtmlText#of} takes them
     * @return this body
     */
    public HtmlBody add(@CompileTimeConstant String template, Object... parts) {
        body.append(HtmlText.of(template, parts));
        return this;
    }

    /**
     * Whether nothing was written.
     *
     * @return true if it is empty
     */
    public boolean isEmpty() {
        return body.isEmpty();
    }

    /**
     * The HTML written so far.
     *
     * @return the HTML
     */
    public HtmlText html() {
        return HtmlText.written(body);
    }
}
