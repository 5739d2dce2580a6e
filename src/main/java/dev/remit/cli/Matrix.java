package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Access;
import dev.remit.decide.Answer;
import dev.remit.decide.Basis;
import dev.remit.json.AnalysisWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit matrix}: roles by activities by levels. */
final class Matrix implements Verb {
    private static final String ALL = "--all";
    private static final List<String> FORMATS = List.of("text", "markdown", "csv", "json");

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public String summary() {
        return "Tells for every role, activity and level: never, always, or on which conditions.";
    }

    @Override
    public String synopsis() {
        return "matrix [BUNDLE] [--all] [--format text|markdown|csv|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.flag(ALL, "Tells what is never permitted too."),
                Option.word(
                        Option.FORMAT, String.join("|", FORMATS), "How it is written; text unless said otherwise."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Project, facts, work category and route are left open; nothing is said about opted-out patients.",
                "Exit code: 0 told, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit matrix --format markdown");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = Given.oneOf(Option.FORMAT, given.word(Option.FORMAT).orElse("text"), FORMATS);
        PolicyBundle bundle = Bundle.open(given);
        List<Access.Cell> cells = Access.of(bundle.policy()).matrix().stream()
                .filter(cell -> given.flag(ALL) || !format.equals("text") || cell.answer() != Answer.DENIED)
                .toList();
        switch (format) {
            case "json" ->
                streams.out()
                        .line(AnalysisWriter.of(bundle.policy().vocabulary()).matrix(cells));
            case "csv" -> csv(cells, streams);
            case "markdown" -> markdown(cells, streams);
            default -> text(cells, streams);
        }
        return OK;
    }

    private static String word(Access.Cell cell) {
        return switch (cell.answer()) {
            case PERMITTED -> "always";
            case DENIED -> cell.outcome().basis() == Basis.FORBIDDEN ? "forbidden" : "never";
            case UNDETERMINED -> "if";
        };
    }

    private static void text(List<Access.Cell> cells, Streams streams) {
        for (Access.Cell cell : cells) {
            streams.out().say(cell.role() + " " + cell.activity() + " " + cell.level() + ": " + word(cell));
            cell.when().forEach(region -> streams.out().say("  - " + RegionText.of(region)));
        }
    }

    private static void csv(List<Access.Cell> cells, Streams streams) {
        streams.out().line("role,activity,level,answer,condition,rules");
        for (Access.Cell cell : cells) {
            String when = cell.when().stream().map(RegionText::of).collect(Collectors.joining(" | "));
            String rules = cell.rules().stream().map(Object::toString).collect(Collectors.joining(" "));
            streams.out()
                    .line(String.join(
                            ",", cell.role(), cell.activity(), cell.level(), word(cell), quoted(when), quoted(rules)));
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** One table for each role: activities down, levels across. */
    private static void markdown(List<Access.Cell> cells, Streams streams) {
        Map<String, Map<String, Map<String, Access.Cell>>> byRole = new LinkedHashMap<>();
        for (Access.Cell cell : cells) {
            byRole.computeIfAbsent(cell.role(), role -> new LinkedHashMap<>())
                    .computeIfAbsent(cell.activity(), activity -> new LinkedHashMap<>())
                    .put(cell.level(), cell);
        }
        List<String> lines = new ArrayList<>();
        byRole.forEach((role, activities) -> {
            lines.add("## " + role);
            lines.add("");
            List<String> levels =
                    new ArrayList<>(activities.values().iterator().next().keySet());
            lines.add("| activity | " + String.join(" | ", levels) + " |");
            lines.add("|---|" + "---|".repeat(levels.size()));
            activities.forEach((activity, byLevel) -> lines.add("| " + activity + " | "
                    + byLevel.values().stream().map(Matrix::word).collect(Collectors.joining(" | ")) + " |"));
            lines.add("");
        });
        streams.out().line(String.join("\n", lines).stripTrailing());
    }
}
