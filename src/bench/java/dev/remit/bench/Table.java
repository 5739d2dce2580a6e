package dev.remit.bench;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table whose columns after the first are numbers. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(List<String> heads) {
        lines.add(line(heads));
        lines.add("|---|" + "---:|".repeat(heads.size() - 1));
    }

    /** Adds a row, unless nothing in it was measured. */
    void row(List<String> cells) {
        if (!cells.stream().skip(1).allMatch(String::isEmpty)) {
            lines.add(line(cells));
        }
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
