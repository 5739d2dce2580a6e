package dev.remit.report;

import dev.remit.analyze.mutation.ExampleQuestion;
import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Words;
import dev.remit.fixture.coverage.Aspect;
import dev.remit.fixture.coverage.Coverage;
import dev.remit.fixture.coverage.CoveragePoint;
import dev.remit.fixture.suite.CaseResult;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.fixture.suite.Verdict;
import dev.remit.fixture.writing.CaseWriter;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.source.SourceMap;
import dev.remit.source.Span;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renders a run of suites for people: what failed and why, what is not covered, and the totals. */
public final class TextReport {
    /** The number of failures to report in full; the others are only named. */
    private static final int LISTED = 100;

    private static final int GAPS_LISTED = 100;

    private final DecisionPoint decisions;
    private final SourceMap positions;
    private final StringBuilder text = new StringBuilder();

    private TextReport(DecisionPoint decisions, SourceMap positions) {
        this.decisions = decisions.unheard();
        this.positions = positions;
    }

    /** The failures, and the number of cases. */
    public static String results(SuiteReport report, DecisionPoint decisions, SourceMap positions) {
        TextReport written = new TextReport(decisions, positions);
        written.failures(report.failures());
        written.sums(report);
        return written.text.toString();
    }

    /**
     * What no case shows, each with a question that would show it, and what no case can show; empty if there is
     * neither.
     */
    public static String gaps(Coverage coverage, DecisionPoint decisions) {
        TextReport written = new TextReport(decisions, SourceMap.empty());
        written.gaps(coverage);
        return written.text.toString();
    }

    /** The percentages, one a line. */
    public static String percentages(Coverage coverage) {
        StringBuilder text = new StringBuilder();
        for (Aspect aspect : Aspect.values()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%3d %%  %s (%d of %d)\n",
                    coverage.percent(aspect),
                    aspect.title(),
                    coverage.shown(aspect),
                    coverage.total(aspect)));
        }
        return text.toString();
    }

    private void line(String line) {
        text.append(Visible.line(line)).append('\n');
    }

    private void failures(List<CaseResult> failures) {
        for (CaseResult failed : failures.subList(0, Math.min(LISTED, failures.size()))) {
            line("FAILED  " + Visible.prose(failed.of().name()) + "  ("
                    + at(failed.of().span()) + ")");
            text.append(FailureFacts.of(failed, decisions, positions).render("  "));
            line("");
        }
        for (CaseResult failed : failures.subList(Math.min(LISTED, failures.size()), failures.size())) {
            line("FAILED  " + Visible.prose(failed.of().name()) + "  ("
                    + at(failed.of().span()) + ")");
        }
    }

    private void sums(SuiteReport report) {
        int failed = report.failures().size();
        line(Words.count(report.size(), "case", "cases") + " in "
                + Words.count(report.suites().size(), "suite", "suites") + ": " + (report.size() - failed) + " passed, "
                + failed + " failed");
    }

    private void gaps(Coverage coverage) {
        List<CoveragePoint> missing = coverage.missing();
        if (!missing.isEmpty()) {
            line("Not shown by any case:");
        }
        Map<Id.Rule, Map<Optional<Assignment>, List<CoveragePoint>>> byRule = new LinkedHashMap<>();
        for (CoveragePoint point : missing.subList(0, Math.min(GAPS_LISTED, missing.size()))) {
            byRule.computeIfAbsent(point.rule(), none -> new LinkedHashMap<>())
                    .computeIfAbsent(question(point), none -> new ArrayList<>())
                    .add(point);
        }
        byRule.forEach((rule, byQuestion) -> {
            line("  " + rule);
            byQuestion.forEach(this::gap);
        });
        if (missing.size() > GAPS_LISTED) {
            line("  and " + (missing.size() - GAPS_LISTED) + " more");
        }
        List<CoveragePoint> impossible = coverage.impossible();
        if (!impossible.isEmpty()) {
            line("Cannot be shown by any question, so not counted:");
            impossible.forEach(point -> line("  " + point.rule() + " " + point.what() + at(point.place())));
        }
    }

    /** Writes what a question would show of a rule, and the question. */
    private void gap(Optional<Assignment> question, List<CoveragePoint> points) {
        points.forEach(point -> line("    " + point.what() + at(point.place())));
        question.ifPresent(each -> {
            CaseWriter writer = new CaseWriter(decisions, Set.of());
            String ask = writer.askClosed(ExampleQuestion.of(each));
            writer.projects().forEach((name, described) -> line("      projects: {" + name + ": " + described + "}"));
            line("      ask: " + ask);
            line("      # now " + Verdict.of(decisions.outcome(each)).word());
        });
    }

    private static Optional<Assignment> question(CoveragePoint point) {
        return point.status() instanceof CoveragePoint.Status.NotShown notShown
                ? notShown.question()
                : Optional.empty();
    }

    private static String at(Span span) {
        return span.file() + ":" + span.line();
    }

    private static String at(Optional<Span> span) {
        return span.map(each -> "  (" + at(each) + ")").orElse("");
    }
}
