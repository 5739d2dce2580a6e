package dev.remit.report;

import java.util.List;
import java.util.stream.Collectors;

/** The difference between two policies in Markdown, for a pull request. */
final class DiffMarkdown {
    private static final String INDENT = "  ";

    private final Markdown page = new Markdown();

    private DiffMarkdown() {}

    static String of(DiffDocument document) {
        DiffMarkdown markdown = new DiffMarkdown();
        markdown.page.heading(2, Markdown.plain(document.title()));
        markdown.page.paragraph("**" + Glossary.upper(Run.words(document.verdict())) + ".**");
        markdown.items(document.summary(), "- ");
        document.sections().forEach(markdown::section);
        return markdown.page.text();
    }

    private void section(DiffDocument.Section section) {
        page.blank();
        page.heading(3, section.heading());
        section.entries().forEach(this::entry);
    }

    private void entry(DiffDocument.Entry entry) {
        page.line("- **" + entry.mark() + "**: " + runs(entry.sentence()));
        items(entry.below(), INDENT + "- ");
        if (!entry.notes().isEmpty()) {
            page.blank();
            page.line(INDENT + "<sub>"
                    + entry.notes().stream().map(each -> runs(each.runs())).collect(Collectors.joining("; "))
                    + "</sub>");
        }
        entry.asking().ifPresent(each -> {
            page.blank();
            page.line(INDENT + "<details><summary>Ask it again</summary><code>" + HtmlPage.text(each)
                    + "</code></details>");
        });
        page.blank();
    }

    private void items(List<Item> items, String bullet) {
        for (Item item : items) {
            page.line(bullet + runs(item.runs()));
            items(item.below(), INDENT + bullet);
        }
    }

    private static String runs(List<Run> runs) {
        return runs.stream().map(DiffMarkdown::run).collect(Collectors.joining());
    }

    private static String run(Run run) {
        return switch (run.style()) {
            case PLAIN -> Markdown.escaped(run.text());
            case STRONG -> "**" + Markdown.plain(run.text()) + "**";
            case CODE -> Markdown.code(run.text());
        };
    }
}
