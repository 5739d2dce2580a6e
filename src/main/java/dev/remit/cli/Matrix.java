package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.access.AccessReview;
import dev.remit.decide.Answer;
import dev.remit.json.AnalysisWriter;
import dev.remit.report.MatrixText;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit matrix}: the access matrix, roles by activities by levels. */
final class Matrix implements Verb {
    private static final String ALL = "--all";
    private static final List<String> FORMATS = List.of("text", "markdown", "html", "csv", "json");

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
        return "matrix [BUNDLE] [--all] [--titles | --ids] [--format " + String.join("|", FORMATS) + "]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.flag(ALL, "Tells what is never permitted too, in text."),
                Option.titles(),
                Option.usualIds(),
                Option.word(
                        Option.FORMAT, String.join("|", FORMATS), "How it is written; text unless said otherwise."));
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Project, facts, work category and route are left open; nothing is said about opted-out patients.",
                "States that cannot be are left out. With --format html, the page is one file that needs no network.",
                "Exit code: 0 printed, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit matrix --format html > matrix.html");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = Given.oneOf(Option.FORMAT, given.word(Option.FORMAT).orElse("text"), FORMATS);
        PolicyBundle bundle = Bundle.open(given);
        AccessReview access = Fitting.in(bundle, () -> AccessReview.of(bundle.decisionPoint()));
        if (format.equals("html")) {
            // The page that answers holds the matrix, and more.
            String page = Explore.page(bundle, given, ProgressLine.on(streams, "asking for every field"));
            streams.out().line(page.stripTrailing());
            return OK;
        }
        List<AccessReview.Cell> cells =
                Fitting.in(bundle, () -> access.matrix(ProgressLine.on(streams, "asking for every field")));
        MatrixText text = MatrixText.of(Option.words(given, bundle.policy().vocabulary()));
        switch (format) {
            case "json" ->
                streams.out()
                        .line(AnalysisWriter.of(bundle.policy().vocabulary()).matrix(cells));
            case "csv" -> streams.out().line(text.csv(cells));
            case "markdown" -> streams.out().line(text.markdown(cells));
            default -> {
                List<AccessReview.Cell> listed = cells.stream()
                        .filter(cell -> given.flag(ALL) || cell.answer() != Answer.DENIED)
                        .toList();
                streams.out().say(text.lines(listed));
            }
        }
        return OK;
    }
}
