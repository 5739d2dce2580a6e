package dev.remit.report;

import dev.remit.analyze.access.AccessReview;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.MarkdownText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the whole access matrix: for each role a table with activities down and levels across. */
final class MatrixTables {
    private final Glossary words;

    MatrixTables(Glossary words) {
        this.words = words;
    }

    void write(MarkdownPage page, List<AccessReview.Cell> cells) {
        Map<String, Map<String, List<AccessReview.Cell>>> byRole = new LinkedHashMap<>();
        for (AccessReview.Cell cell : cells) {
            byRole.computeIfAbsent(cell.role(), role -> new LinkedHashMap<>())
                    .computeIfAbsent(cell.activity(), activity -> new ArrayList<>())
                    .add(cell);
        }
        List<String> heads = new ArrayList<>();
        heads.add("");
        List<Level> levels = words.vocabulary().levels();
        if (levels.size() == 1) {
            heads.add("may");
        } else {
            levels.stream().map(Level::id).map(Id.Level::value).forEach(heads::add);
        }
        byRole.forEach((role, activities) -> {
            page.heading(3, words.title(new Id.Role(role)));
            List<List<?>> rows = new ArrayList<>();
            activities.forEach((activity, row) -> {
                List<Object> line = new ArrayList<>();
                line.add(words.title(new Id.Activity(activity)));
                row.forEach(cell -> line.add(word(cell)));
                rows.add(line);
            });
            page.table(heads, rows);
        });
    }

    private static Object word(AccessReview.Cell cell) {
        return switch (cell.answer()) {
            case PERMITTED -> MarkdownText.of("**always**");
            case DENIED -> cell.isForbidden() ? "forbidden" : "never";
            case UNDETERMINED ->
                MarkdownText.joined(
                        "<br>", cell.rules().stream().map(MarkdownText::linkTo).toList());
        };
    }
}
