package dev.remit.report;

import dev.remit.analyze.Access;
import dev.remit.model.Id;
import dev.remit.model.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The whole access matrix: for each role a table with activities down and levels across. */
final class MatrixTables {
    private final Glossary words;

    MatrixTables(Glossary words) {
        this.words = words;
    }

    void write(Markdown page, List<Access.Cell> cells) {
        Map<String, Map<String, List<Access.Cell>>> byRole = new LinkedHashMap<>();
        for (Access.Cell cell : cells) {
            byRole.computeIfAbsent(cell.role(), role -> new LinkedHashMap<>())
                    .computeIfAbsent(cell.activity(), activity -> new ArrayList<>())
                    .add(cell);
        }
        List<String> heads = new ArrayList<>();
        heads.add("");
        words.vocabulary().levels().stream().map(Level::id).map(Id.Level::value).forEach(heads::add);
        byRole.forEach((role, activities) -> {
            page.heading(3, words.title(new Id.Role(role)));
            List<List<String>> rows = new ArrayList<>();
            activities.forEach((activity, row) -> {
                List<String> line = new ArrayList<>();
                line.add(words.title(new Id.Activity(activity)));
                row.forEach(cell -> line.add(word(cell)));
                rows.add(line);
            });
            page.table(heads, rows);
        });
    }

    private static String word(Access.Cell cell) {
        return switch (cell.answer()) {
            case PERMITTED -> "**always**";
            case DENIED -> cell.isForbidden() ? "forbidden" : "never";
            case UNDETERMINED -> cell.rules().stream().map(Markdown::linkTo).collect(Collectors.joining("<br>"));
        };
    }
}
