package dev.remit.writing;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.List;

/** A Markdown page under construction. Not safe to share between threads. */
public final class MarkdownPage {
    private final StringBuilder text = new StringBuilder();

    /**
     * Writes a heading, with the blank line behind it.
     *
     * @param depth its depth, from 1
     * @param heading its text
     * @return this page
     */
    public MarkdownPage heading(int depth, Object heading) {
        return add("#".repeat(depth) + " " + MarkdownText.text(heading)).blank();
    }

    /**
     * Writes a paragraph, with the blank line behind it; nothing if it is empty.
     *
     * @param paragraph its text
     * @return this page
     */
    public MarkdownPage paragraph(MarkdownText paragraph) {
        return paragraph.isEmpty() ? this : line(paragraph).blank();
    }

    /**
     * Writes a paragraph.
     *
     * @param template Markdown with {@code {}} in place of the parts
     * @param parts as {@link MarkdownText#of} takes them
     * @return this page
     */
    public MarkdownPage paragraph(@CompileTimeConstant String template, Object... parts) {
        return paragraph(MarkdownText.of(template, parts));
    }

    /**
     * Writes a line.
     *
     * @param line its text
     * @return this page
     */
    public MarkdownPage line(MarkdownText line) {
        return add(line.toString());
    }

    /**
     * Writes a line.
     *
     * @param template Markdown with {@code {}} in place of the parts
     * @param parts as {@link MarkdownText#of} takes them
     * @return this page
     */
    public MarkdownPage line(@CompileTimeConstant String template, Object... parts) {
        return line(MarkdownText.of(template, parts));
    }

    /**
     * Writes an item of a list.
     *
     * @param depth the number of items that it is nested in
     * @param item its text
     * @return this page
     */
    public MarkdownPage bullet(int depth, MarkdownText item) {
        return add("  ".repeat(depth) + "- " + item);
    }

    /**
     * Writes a blank line.
     *
     * @return this page
     */
    public MarkdownPage blank() {
        return add("");
    }

    /**
     * Writes a table, with the blank line behind it; nothing if it has no rows.
     *
     * @param heads the headings of its columns
     * @param rows its rows; here and in the headings, Markdown is used as it is, and anything else is escaped
     * @return this page
     */
    public MarkdownPage table(List<?> heads, List<? extends List<?>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        row(heads);
        add("|" + "---|".repeat(heads.size()));
        rows.forEach(this::row);
        return blank();
    }

    private void row(List<?> cells) {
        line(MarkdownText.of(
                "| {} |",
                MarkdownText.joined(
                        " | ", cells.stream().map(MarkdownText::text).toList())));
    }

    private MarkdownPage add(String line) {
        text.append(line).append('\n');
        return this;
    }

    /**
     * The page written so far.
     *
     * @return the page, with one line end at its end
     */
    public String text() {
        return text.toString().stripTrailing() + "\n";
    }
}
