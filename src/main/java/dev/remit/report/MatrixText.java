package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.access.AccessReview;
import dev.remit.model.Id;
import dev.remit.model.Space;
import dev.remit.report.words.RegionWords;
import dev.remit.writing.CsvLine;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders the access matrix as text: in lines, as tables in Markdown, or as comma-separated values. Without a line end.
 */
public final class MatrixText {
    private final RegionWords words;

    private MatrixText(RegionWords words) {
        this.words = words;
    }

    /** A renderer that words conditions in the given way. */
    public static MatrixText of(RegionWords words) {
        return new MatrixText(requireNonNull(words, "words"));
    }

    /**
     * The word for a field: {@code always}, {@code if}, {@code never}, or {@code forbidden} where a rule forbids it.
     */
    public static String word(AccessReview.Cell cell) {
        return switch (cell.answer()) {
            case PERMITTED -> "always";
            case DENIED -> cell.isForbidden() ? "forbidden" : "never";
            case UNDETERMINED -> cell.always() ? "always" : "if";
        };
    }

    /** A line for each field, with its conditions below it. */
    public String lines(List<AccessReview.Cell> cells) {
        List<String> lines = new ArrayList<>();
        for (AccessReview.Cell cell : cells) {
            lines.add(Visible.line(role(cell) + ", " + activity(cell) + onLevel(cell)) + ": " + word(cell));
            if (isBound(cell)) {
                words.phrases(cell.when()).forEach(phrase -> lines.add("  - " + Visible.line(phrase)));
            }
        }
        return String.join("\n", lines);
    }

    /** For each role a table with activities down and levels across, and below it the conditions. */
    public String markdown(List<AccessReview.Cell> cells) {
        Map<String, Map<String, List<AccessReview.Cell>>> byRole = new LinkedHashMap<>();
        for (AccessReview.Cell cell : cells) {
            byRole.computeIfAbsent(role(cell), role -> new LinkedHashMap<>())
                    .computeIfAbsent(activity(cell), activity -> new ArrayList<>())
                    .add(cell);
        }
        MarkdownPage page = new MarkdownPage();
        byRole.forEach((role, activities) -> {
            page.heading(2, role);
            List<String> heads = new ArrayList<>(List.of("activity"));
            activities.values().iterator().next().forEach(cell -> heads.add(isOnly(cell) ? "may" : level(cell)));
            List<List<String>> rows = new ArrayList<>();
            activities.forEach((activity, row) -> {
                List<String> line = new ArrayList<>(List.of(activity));
                row.forEach(cell -> line.add(word(cell)));
                rows.add(line);
            });
            page.table(heads, rows);
            activities.values().forEach(row -> row.forEach(cell -> conditions(page, cell)));
        });
        return page.text().stripTrailing();
    }

    /** Whether access depends on conditions, purpose or route. */
    private static boolean isBound(AccessReview.Cell cell) {
        return !cell.when().isEmpty()
                && cell.when().stream().noneMatch(region -> region.so().isEmpty());
    }

    private void conditions(MarkdownPage page, AccessReview.Cell cell) {
        if (isBound(cell)) {
            page.paragraph("**{}{}**", activity(cell), onLevel(cell));
            words.phrases(cell.when()).forEach(phrase -> page.line("- {}", phrase));
            page.blank();
        }
    }

    /** A line for each field, below a line of headings; the conditions are in one column, separated by bars. */
    public String csv(List<AccessReview.Cell> cells) {
        List<String> lines = new ArrayList<>(List.of("role,activity,level,answer,conditions,rules"));
        for (AccessReview.Cell cell : cells) {
            lines.add(CsvLine.of(List.of(
                    role(cell),
                    activity(cell),
                    level(cell),
                    word(cell),
                    String.join(" | ", words.phrases(cell.when())),
                    rules(cell).map(Id.Rule::value).collect(Collectors.joining(" ")))));
        }
        return String.join("\n", lines);
    }

    /** The rules that decide it: those that permit it, then those that forbid it or part of it. */
    private static Stream<Id.Rule> rules(AccessReview.Cell cell) {
        return Stream.concat(cell.rules().stream(), cell.forbiddenBy().stream());
    }

    private String role(AccessReview.Cell cell) {
        return words.value(space(cell).role(), cell.role());
    }

    private String activity(AccessReview.Cell cell) {
        return words.value(space(cell).activity(), cell.activity());
    }

    /** Where it is, unless there is one level only. */
    private String onLevel(AccessReview.Cell cell) {
        return isOnly(cell) ? "" : ", level " + level(cell);
    }

    private static boolean isOnly(AccessReview.Cell cell) {
        return space(cell).level().size() == 1;
    }

    private String level(AccessReview.Cell cell) {
        return words.value(space(cell).level(), cell.level());
    }

    private static Space space(AccessReview.Cell cell) {
        return cell.asked().space();
    }
}
