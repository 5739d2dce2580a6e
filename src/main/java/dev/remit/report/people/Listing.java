package dev.remit.report.people;

import dev.remit.writing.CsvLine;
import dev.remit.writing.MarkdownPage;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of plain texts, to be written for spreadsheets or as Markdown. Without a line end.
 *
 * @param title what it lists
 * @param heads the headings of its columns
 * @param rows its rows
 */
public record Listing(String title, List<String> heads, List<List<String>> rows) {
    public Listing {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A line for each row, below a line of headings. */
    public String csv() {
        List<String> lines = new ArrayList<>(List.of(CsvLine.of(heads)));
        rows.forEach(row -> lines.add(CsvLine.of(row)));
        return String.join("\n", lines);
    }

    /** A heading and a table; that there is nothing to list, if there is nothing. */
    public String markdown() {
        MarkdownPage page = new MarkdownPage().heading(2, title).table(heads, rows);
        if (rows.isEmpty()) {
            page.paragraph("Nobody and nothing.");
        }
        return page.text().stripTrailing();
    }
}
