package dev.remit.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns a page that {@link MarkdownPage} wrote into HTML. It knows the Markdown that is written there, and no other: text
 * that is no markup of ours is escaped, whatever it looks like.
 */
public final class MarkdownHtml {
    private final String prefix;
    private final StringBuilder html = new StringBuilder();
    private final List<String> paragraph = new ArrayList<>();
    private int bullets;
    private boolean isTable;

    private MarkdownHtml(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The HTML of a page, without its first heading; each other heading has an id.
     *
     * @param markdown the text of a {@link MarkdownPage}
     * @param prefix what ids of headings begin with, so that they differ from others on the page: letters and hyphens
     */
    public static HtmlText of(String markdown, String prefix) {
        MarkdownHtml page = new MarkdownHtml(prefix);
        markdown.lines().forEach(page::line);
        page.end();
        return HtmlText.written(page.html);
    }

    private void line(String line) {
        String text = line.strip();
        int indent = (line.length() - line.stripLeading().length()) / 2;
        if (text.isEmpty() || text.startsWith("<!--")) {
            end();
        } else if (text.startsWith("#")) {
            end();
            heading(text);
        } else if (text.startsWith("- ")) {
            flush();
            nest(indent + 1);
            html.append("<li>").append(inline(text.substring(2)));
        } else if (text.startsWith("|")) {
            flush();
            row(text);
        } else {
            paragraph.add(text);
        }
    }

    /** Ends whatever is open. */
    private void end() {
        flush();
        nest(0);
        if (isTable) {
            html.append("</tbody></table></div>\n");
            isTable = false;
        }
    }

    private void flush() {
        if (!paragraph.isEmpty()) {
            String text = String.join(" ", paragraph);
            paragraph.clear();
            boolean isQuote = text.startsWith("> ");
            html.append(isQuote ? "<blockquote><p>" : "<p>")
                    .append(inline(isQuote ? text.substring(2) : text))
                    .append(isQuote ? "</p></blockquote>\n" : "</p>\n");
        }
    }

    /** Opens and closes lists until so many are open, and closes the item before at that depth. */
    private void nest(int depth) {
        if (depth <= bullets && bullets > 0) {
            for (; bullets > depth; bullets--) {
                html.append("</li></ul>\n");
            }
            if (depth > 0) {
                html.append("</li>\n");
            }
        }
        for (; bullets < depth; bullets++) {
            html.append("<ul>");
            if (bullets + 1 < depth) {
                html.append("<li>");
            }
        }
    }

    private void heading(String line) {
        int depth = 0;
        while (line.charAt(depth) == '#') {
            depth++;
        }
        if (depth == 1) {
            return;
        }
        String text = inline(line.substring(depth).strip());
        int level = Math.min(6, depth + 1);
        html.append("<h")
                .append(level)
                .append(" id=\"")
                .append(prefix)
                .append(anchor(text))
                .append("\">");
        html.append(text).append("</h").append(level).append(">\n");
    }

    /** The anchor of a heading, from its HTML. */
    private static String anchor(String html) {
        String text = html.replaceAll("<[^>]*>", "").replaceAll("&[^;]*;", "");
        return text.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[^\\p{L}\\p{M}\\p{N}_-]", "");
    }

    private void row(String line) {
        List<String> cells = cells(line);
        if (cells.stream().allMatch(cell -> cell.equals("---"))) {
            return;
        }
        if (!isTable) {
            html.append("<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table><thead>");
        }
        html.append("<tr>");
        for (String cell : cells) {
            // A column without a name has no heading.
            String tag = isTable || cell.isEmpty() ? "td" : "th";
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(inline(cell))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        html.append("</tr>");
        html.append(isTable ? "\n" : "</thead><tbody>\n");
        isTable = true;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\' && i + 1 < line.length()) {
                cell.append(line, i, i + 2);
                i++;
            } else if (line.charAt(i) == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(line.charAt(i));
            }
        }
        return cells;
    }

    private String inline(String text) {
        StringBuilder line = new StringBuilder();
        boolean isStrong = false;
        boolean isEmphasis = false;
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here == '\\' && at + 1 < text.length()) {
                line.append(escaped(text.substring(at + 1, at + 2)));
                at += 2;
            } else if (here == '`') {
                at = code(text, at, line);
            } else if (here == '<' || here == '&') {
                at = tag(text, at, line);
            } else if (text.startsWith("**", at)) {
                line.append(isStrong ? "</strong>" : "<strong>");
                isStrong = !isStrong;
                at += 2;
            } else if (here == '*') {
                line.append(isEmphasis ? "</em>" : "<em>");
                isEmphasis = !isEmphasis;
                at++;
            } else if (here == '[' && text.indexOf("](#", at) > 0) {
                int middle = text.indexOf("](#", at);
                int end = text.indexOf(')', middle);
                line.append("<a href=\"#").append(prefix).append(escaped(text.substring(middle + 3, end)));
                line.append("\">")
                        .append(inline(text.substring(at + 1, middle)))
                        .append("</a>");
                at = end + 1;
            } else {
                line.append(escaped(String.valueOf(here)));
                at++;
            }
        }
        return line.toString();
    }

    private static int code(String text, int at, StringBuilder line) {
        int from = at;
        while (from < text.length() && text.charAt(from) == '`') {
            from++;
        }
        int end = text.indexOf(text.substring(at, from), from);
        if (end < 0) {
            line.append(escaped(text.substring(at)));
            return text.length();
        }
        line.append("<code>").append(escaped(text.substring(from, end).strip())).append("</code>");
        return end + from - at;
    }

    /** A tag or an entity that the page wrote; any other is text. */
    private static int tag(String text, int at, StringBuilder line) {
        for (String ours : List.of("<span>", "</span>")) {
            if (text.startsWith(ours, at)) {
                return at + ours.length();
            }
        }
        for (String ours : List.of("<code>", "</code>")) {
            if (text.startsWith(ours, at)) {
                line.append(ours);
                return at + ours.length();
            }
        }
        int end = text.indexOf(text.charAt(at) == '<' ? '>' : ';', at);
        if (end > 0 && text.startsWith("<http", at)) {
            String address = escaped(text.substring(at + 1, end));
            line.append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            return end + 1;
        }
        if (end > 0 && text.substring(at, end + 1).matches("&(?:amp|#\\d{1,7});")) {
            line.append(text, at, end + 1);
            return end + 1;
        }
        line.append(escaped(text.substring(at, at + 1)));
        return at + 1;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
