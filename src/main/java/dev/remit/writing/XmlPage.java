package dev.remit.writing;

import com.google.errorprone.annotations.CompileTimeConstant;

/** An XML document under construction, written line by line. Not safe to share between threads. */
public final class XmlPage {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /**
     * Writes a line.
     *
     * @param template XML with {@code {}} in place of the parts
     * @param parts as {@link XmlText#of} takes them
     * @return this document
     */
    public XmlPage line(@CompileTimeConstant String template, Object... parts) {
        text.append(XmlText.of(template, parts)).append('\n');
        return this;
    }

    /**
     * The document written so far.
     *
     * @return the document, with a line end at its end
     */
    public String text() {
        return text.toString();
    }
}
