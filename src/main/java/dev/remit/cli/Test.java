package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.fixture.Coverage;
import dev.remit.fixture.CoverageMeter;
import dev.remit.fixture.JUnitReport;
import dev.remit.fixture.Suite;
import dev.remit.fixture.SuiteFilter;
import dev.remit.fixture.SuiteLoader;
import dev.remit.fixture.SuiteReport;
import dev.remit.fixture.SuiteRunner;
import dev.remit.fixture.TextReport;
import dev.remit.json.SuiteReportWriter;
import dev.remit.load.SuiteFiles;
import dev.remit.model.Id;
import dev.remit.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit test}: is every question of the suites decided as expected, and what do they show of the rules. */
final class Test implements Verb {
    private static final String FILTER = "--filter";
    private static final String CLAUSE = "--clause";
    private static final String RULE = "--rule";
    private static final String REQUIRE = "--require";
    private static final List<String> FORMATS = List.of("text", "json", "junit");

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String summary() {
        return "Runs the suites of tests beside a policy, and tells what they show of its rules and what not.";
    }

    @Override
    public String synopsis() {
        return "test [BUNDLE] [--filter TEXT] [--clause CLAUSE] [--rule RULE] [--require PERCENT]"
                + " [--format text|json|junit]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.word(FILTER, "TEXT", "Runs the cases with this in their name, or in the title of their suite."),
                Option.word(CLAUSE, "CLAUSE", "Runs the cases that cite this clause or ruling, or whose rules do."),
                Option.word(RULE, "RULE", "Runs the cases that this rule decides."),
                Option.word(
                        REQUIRE,
                        "PERCENT",
                        "How much of the rules the cases must show, each way; if it is less, tells what is missing."),
                Option.word(
                        Option.FORMAT, String.join("|", FORMATS), "How it is written; text unless said otherwise."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Suites stand in `tests/*.yaml` in the folder of the policy.",
                "Exit code: 0 all as expected, 1 not, or less shown than required, 2 misuse or nothing to run.",
                "",
                "Example:",
                "  remit test policy/tutorial --require 100");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = Given.oneOf(Option.FORMAT, given.word(Option.FORMAT).orElse("text"), FORMATS);
        Optional<Integer> required = given.word(REQUIRE).map(Test::percent);
        PolicyBundle bundle = Bundle.open(given);
        SuiteFilter filter = filter(given, bundle);
        if (filter.restricts() && required.isPresent()) {
            throw new Misuse("`--require` is about all cases, so it does not go with a restriction", Optional.empty());
        }
        SuiteReport report = SuiteRunner.run(suites(given, bundle), bundle.decisionPoint(), filter);
        if (report.size() == 0) {
            throw new Misuse("no case is left to run", "each case must meet all of the restrictions");
        }
        Optional<Coverage> coverage = filter.restricts()
                ? Optional.empty()
                : Optional.of(CoverageMeter.measure(report, bundle.decisionPoint(), bundle.positions()));
        boolean isShown = coverage.isEmpty() || coverage.get().percent() >= required.orElse(0);
        switch (format) {
            case "json" ->
                streams.out()
                        .line(SuiteReportWriter.of(bundle.decisionPoint(), bundle.positions())
                                .write(report, coverage));
            case "junit" ->
                streams.out()
                        .line(JUnitReport.write(report, bundle.decisionPoint(), bundle.positions())
                                .stripTrailing());
            default -> text(report, coverage, !isShown, bundle, streams);
        }
        if (!isShown && !format.equals("text")) {
            streams.err().println("error: " + lessThan(required.orElse(0), coverage));
        }
        return report.passed() && isShown ? OK : NO;
    }

    private static void text(
            SuiteReport report, Optional<Coverage> coverage, boolean tellsGaps, PolicyBundle bundle, Streams streams) {
        StringBuilder text = new StringBuilder(TextReport.results(report, bundle.decisionPoint(), bundle.positions()));
        coverage.ifPresent(measured -> {
            text.append('\n');
            if (tellsGaps) {
                text.append(TextReport.gaps(measured, bundle.decisionPoint())).append('\n');
            }
            text.append(TextReport.percentages(measured));
        });
        streams.out().say(text.toString().stripTrailing());
    }

    private static String lessThan(int required, Optional<Coverage> coverage) {
        return "the cases show " + coverage.map(Coverage::percent).orElse(0) + " % of the rules, and " + required
                + " % is required";
    }

    private static int percent(String word) {
        if (!word.matches("[0-9]{1,2}|100")) {
            throw new Misuse(
                    "expected `" + REQUIRE + "` to be a whole number from 0 to 100, found " + Words.quoted(word),
                    Optional.empty());
        }
        return Integer.parseInt(word);
    }

    private static SuiteFilter filter(Given given, PolicyBundle bundle) {
        List<String> rules =
                bundle.policy().rules().stream().map(each -> each.id().value()).toList();
        List<String> clauses = Stream.concat(
                        bundle.policy().clauses().stream().map(each -> each.id().value()),
                        bundle.policy().rulings().stream().map(each -> each.id().value()))
                .toList();
        return new SuiteFilter(
                given.word(FILTER),
                given.word(CLAUSE)
                        .map(word ->
                                bundle.policy().clauses().isEmpty() ? word : known("clause or ruling", word, clauses))
                        .map(Id.Citation::new),
                given.word(RULE).map(word -> known("rule", word, rules)).map(Id.Rule::new));
    }

    private static String known(String what, String word, List<String> all) {
        if (!all.contains(word)) {
            throw new Misuse(what + " " + Words.quoted(word) + " is not declared", Words.didYouMean(word, all));
        }
        return word;
    }

    private static List<Suite> suites(Given given, PolicyBundle bundle) {
        Checked<List<SourceFile>> files = SuiteFiles.open(Bundle.source(given.bundle()));
        if (files.hasErrors()) {
            throw unusable(files.diagnostics(), bundle.files());
        }
        Checked<List<Suite>> suites = SuiteLoader.load(files.orThrow(), bundle.decisionPoint(), bundle.registers());
        if (suites.hasErrors()) {
            throw unusable(suites.diagnostics(), files.orThrow());
        }
        return suites.orThrow();
    }

    private static UnusableBundle unusable(List<Diagnostic> diagnostics, List<SourceFile> files) {
        return new UnusableBundle(new Bundle(Checked.failed(diagnostics), new ArrayList<>(files)));
    }
}
