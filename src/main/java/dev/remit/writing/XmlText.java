package dev.remit.writing;

import com.google.errorprone.annotations.CompileTimeConstant;

/**
 * A fragment of XML 1.0. Its tags come from templates in the program; every other text is escaped, and characters that
 * XML cannot hold are written as their numbers. Immutable.
 */
public final class XmlText {
    private final String xml;

    private XmlText(String xml) {
        this.xml = xml;
    }

    /**
     * Fills a template.
     *
     * @param template XML with {@code {}} in place of the parts
     * @param parts XML, which is used as it is, or anything else, whose text is escaped and keeps its lines
     * @return the XML
     */
    public static XmlText of(@CompileTimeConstant String template, Object... parts) {
        return new XmlText(Template.fill(template, parts, XmlText::written));
    }

    private static String written(Object part, boolean isInTag) {
        if (part instanceof XmlText written) {
            return written.xml;
        }
        String escaped = Visible.onPage(part.toString())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
        return isInTag
                ? escaped.replace("\"", "&quot;")
                        .replace("'", "&#39;")
                        .replace("\n", "&#10;")
                        .replace("\t", "&#9;")
                : escaped;
    }

    /** The XML. */
    @Override
    public String toString() {
        return xml;
    }
}
