package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.diagnostic.Words;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.coverage.Coverage;
import dev.remit.fixture.coverage.CoverageMeter;
import dev.remit.fixture.suite.SuiteFilter;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.model.Id;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;

/**
 * {@code remit test}: runs the suites of tests, measures what they cover and which edits they would notice, and
 * suggests missing cases.
 */
final class Test implements Verb {
    private static final String FILTER = "--filter";
    private static final String CLAUSE = "--clause";
    private static final String RULE = "--rule";
    private static final String REQUIRE = "--require";
    private static final String ADEQUACY = "--adequacy";
    private static final String STRICT = "--strict";
    private static final String SUGGEST = "--suggest";
    private static final String GENERATE = "--generate";
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
        return "test [BUNDLE] [--require PERCENT] [--adequacy [--strict] | --suggest | --generate] [--filter TEXT]"
                + " [--clause CLAUSE] [--rule RULE] [--format text|json|junit]";
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
                Option.flag(
                        ADEQUACY,
                        "Makes every single edit of the policy, and tells which of them no case would notice."),
                Option.flag(STRICT, "With --adequacy: nor may there be cases that add nothing."),
                Option.flag(SUGGEST, "Writes the cases that are missing as a suite, what adds most first."),
                Option.flag(GENERATE, "Writes a whole suite, whatever suites there are."),
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
                "Suites stand in `tests/*.yaml` in the folder of the policy.",
                "What --suggest and --generate write expects what the policy says now: read it before you keep it.",
                "Exit code: 0 all as expected, 1 not, or less shown than required, or something not noticed or",
                "missing; 2 misuse or nothing to run.",
                "",
                "Example:",
                "  remit test policy/tutorial --require 100 --adequacy");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = Given.oneOf(Option.FORMAT, given.word(Option.FORMAT).orElse("text"), FORMATS);
        Optional<Integer> required = given.word(REQUIRE).map(Test::percent);
        checkTogether(given);
        PolicyBundle bundle = Bundle.open(given);
        if (given.flag(GENERATE)) {
            return new Suggesting(bundle, streams).all();
        }
        SuiteFilter filter = filter(given, bundle);
        OpenedSuites suites = OpenedSuites.of(given, bundle);
        SuiteReport report = SuiteRunner.run(suites.suites(), bundle.decisionPoint(), filter);
        if (report.size() == 0) {
            throw new UsageError("no case is left to run", "each case must meet all of the restrictions");
        }
        Optional<Coverage> coverage = filter.restricts()
                ? Optional.empty()
                : Optional.of(CoverageMeter.measure(report, bundle.decisionPoint(), bundle.positions()));
        if (given.flag(SUGGEST) && report.passed()) {
            return new Suggesting(bundle, streams).missing(report);
        }
        Optional<SuiteAdequacy> adequacy = given.flag(ADEQUACY) && report.passed()
                ? Optional.of(Measuring.adequacy(report, bundle, streams))
                : Optional.empty();
        TestResult result =
                new TestResult(bundle, suites.files(), report, coverage, required, adequacy, given.flag(STRICT));
        result.say(format, streams);
        if (!report.passed() && (given.flag(ADEQUACY) || given.flag(SUGGEST))) {
            streams.err().println("error: what would be noticed can be found once every case passes");
        }
        return result.isGood() ? OK : NO;
    }

    private static void checkTogether(Given given) {
        List<String> restricting =
                Stream.of(FILTER, CLAUSE, RULE).filter(given::has).toList();
        List<String> whole = Stream.of(REQUIRE, ADEQUACY, SUGGEST, GENERATE)
                .filter(given::has)
                .toList();
        if (!restricting.isEmpty() && !whole.isEmpty()) {
            throw new UsageError(
                    Words.quoted(whole.get(0)) + " is about all cases, so it does not go with a restriction",
                    Optional.empty());
        }
        List<String> writing = Stream.of(SUGGEST, GENERATE, Option.FORMAT, REQUIRE, ADEQUACY)
                .filter(given::has)
                .toList();
        if (writing.size() > 1 && (given.has(SUGGEST) || given.has(GENERATE))) {
            throw new UsageError(
                    Words.quoted(writing.get(0)) + " writes a suite, so it does not go with "
                            + Words.quoted(writing.get(1)),
                    Optional.empty());
        }
        if (given.has(STRICT) && !given.has(ADEQUACY)) {
            throw new UsageError("`--strict` says something only with `--adequacy`", Optional.empty());
        }
    }

    private static int percent(String word) {
        if (!word.matches("[0-9]{1,2}|100")) {
            throw new UsageError(
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
            throw new UsageError(what + " " + Words.quoted(word) + " is not declared", Words.didYouMean(word, all));
        }
        return word;
    }
}
