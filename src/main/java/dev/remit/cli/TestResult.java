package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.coverage.Coverage;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.json.SuiteReportWriter;
import dev.remit.report.AdequacyText;
import dev.remit.report.JUnitReport;
import dev.remit.report.TextReport;
import dev.remit.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run of suites.
 *
 * @param bundle the bundle
 * @param files the files of its suites
 * @param report the results of the cases
 * @param coverage its coverage of the rules; empty if only some cases were run
 * @param required the required coverage
 * @param adequacy the edits that the suites would notice, if that was asked for and every case passed
 * @param isStrict whether cases that add nothing are a failure
 */
record TestResult(
        PolicyBundle bundle,
        List<SourceFile> files,
        SuiteReport report,
        Optional<Coverage> coverage,
        Optional<Integer> required,
        Optional<SuiteAdequacy> adequacy,
        boolean isStrict) {
    TestResult {
        files = List.copyOf(files);
    }

    /** Whether all cases passed and all requirements are met. */
    boolean isGood() {
        return report.passed()
                && isShown()
                && adequacy.map(measured -> measured.isComplete()
                                && (!isStrict || measured.idle().isEmpty()))
                        .orElse(true);
    }

    private boolean isShown() {
        return coverage.isEmpty() || coverage.get().percent() >= required.orElse(0);
    }

    void say(String format, Streams streams) {
        switch (format) {
            case "json" ->
                streams.out()
                        .line(SuiteReportWriter.of(bundle.decisionPoint(), bundle.positions())
                                .write(report, coverage, adequacy));
            case "junit" ->
                streams.out()
                        .line(JUnitReport.write(report, adequacy, bundle.decisionPoint(), bundle.positions())
                                .stripTrailing());
            default -> streams.out().say(text().stripTrailing());
        }
        adequacy.filter(measured -> !measured.stale().isEmpty())
                .ifPresent(measured ->
                        streams.err().println(FrameRendering.of(files).render(measured.stale())));
        if (!isShown() && !format.equals("text")) {
            streams.err()
                    .println("error: the cases show "
                            + coverage.map(Coverage::percent).orElse(0) + " % of the rules, and " + required.orElse(0)
                            + " % is required");
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder(TextReport.results(report, bundle.decisionPoint(), bundle.positions()));
        coverage.filter(measured -> !isShown())
                .ifPresent(measured -> paragraph(TextReport.gaps(measured, bundle.decisionPoint()), text));
        adequacy.ifPresent(measured -> {
            paragraph(AdequacyText.survivors(measured, bundle.decisionPoint()), text);
            paragraph(AdequacyText.idle(measured), text);
        });
        coverage.ifPresent(measured -> paragraph(TextReport.percentages(measured), text));
        adequacy.ifPresent(measured -> text.append(AdequacyText.sum(measured)));
        return text.toString();
    }

    private static void paragraph(String paragraph, StringBuilder text) {
        text.append(paragraph.isEmpty() ? "" : "\n").append(paragraph);
    }
}
