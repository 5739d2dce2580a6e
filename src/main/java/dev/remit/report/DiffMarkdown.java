package dev.remit.report;

import dev.remit.writing.HtmlText;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.MarkdownText;
import java.util.List;

/** Renders the difference between two policies in Markdown, for a pull request. */
final class DiffMarkdown {
    private final MarkdownPage page = new MarkdownPage();

    private DiffMarkdown() {}

    static String of(DiffDocument document) {
        DiffMarkdown markdown = new DiffMarkdown();
        markdown.page.heading(2, document.title());
        markdown.page.paragraph("**{}.**", Glossary.upper(Run.words(document.verdict())));
        markdown.items(document.summary(), 0);
        if (!document.head().isEmpty()) {
            markdown.page.blank();
        }
        markdown.items(document.head(), 0);
        document.sections().forEach(markdown::section);
        return markdown.page.text();
    }

    private void section(DiffDocument.Section section) {
        page.blank();
        page.heading(3, section.heading());
        section.entries().forEach(this::entry);
    }

    private void entry(DiffDocument.Entry entry) {
        page.line("- **{}**: {}", entry.mark(), runs(entry.sentence()));
        items(entry.below(), 1);
        if (!entry.notes().isEmpty()) {
            page.blank();
            page.line(
                    "  <sub>{}</sub>",
                    MarkdownText.joined(
                            "; ",
                            entry.notes().stream()
                                    .map(each -> runs(each.runs()))
                                    .toList()));
        }
        entry.asking().ifPresent(each -> {
            page.blank();
            page.line("  <details><summary>Ask it again</summary><code>{}</code></details>", HtmlText.text(each));
        });
        page.blank();
    }

    private void items(List<Item> items, int depth) {
        for (Item item : items) {
            page.bullet(depth, runs(item.runs()));
            items(item.below(), depth + 1);
        }
    }

    private static MarkdownText runs(List<Run> runs) {
        return MarkdownText.joined("", runs.stream().map(DiffMarkdown::run).toList());
    }

    private static MarkdownText run(Run run) {
        return switch (run.style()) {
            case PLAIN -> MarkdownText.spaced(run.text());
            case STRONG -> MarkdownText.of("**{}**", run.text());
            case CODE -> MarkdownText.code(run.text());
        };
    }
}
