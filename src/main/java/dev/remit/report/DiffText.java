package dev.remit.report;

import dev.remit.writing.Visible;
import java.util.List;

/** Renders the difference between two policies as text for a terminal. */
final class DiffText {
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private DiffText() {}

    static String of(DiffDocument document) {
        DiffText page = new DiffText();
        page.items(document.head(), "");
        if (!document.head().isEmpty()) {
            page.line("");
        }
        document.sections().forEach(section -> {
            page.line(section.heading());
            page.line("");
            section.entries().forEach(page::entry);
            page.endSection();
        });
        document.summary().forEach(item -> page.line(Run.words(item.runs())));
        page.line(Run.words(document.verdict()));
        return page.text.toString();
    }

    private void endSection() {
        if (!text.toString().endsWith("\n\n")) {
            line("");
        }
    }

    private void line(String line) {
        text.append(Visible.whole(line)).append('\n');
    }

    private void entry(DiffDocument.Entry entry) {
        line(entry.mark() + ": " + Run.words(entry.sentence()));
        items(entry.below(), INDENT + "- ");
        entry.notes().forEach(each -> line(INDENT.repeat(2) + Run.words(each.runs())));
        entry.asking().ifPresent(each -> line(INDENT.repeat(2) + "such as: " + each));
        if (!entry.notes().isEmpty() || !entry.below().isEmpty()) {
            line("");
        }
    }

    private void items(List<Item> items, String bullet) {
        for (Item item : items) {
            line(bullet + Run.words(item.runs()));
            items(item.below(), INDENT + bullet);
        }
    }
}
