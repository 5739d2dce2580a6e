package dev.remit.report;

import dev.remit.decide.DecisionPoint;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.suite.CaseResult;
import dev.remit.fixture.suite.Mismatch;
import dev.remit.fixture.suite.RoleResult;
import dev.remit.fixture.suite.Suite;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.source.SourceMap;
import dev.remit.writing.XmlPage;
import dev.remit.writing.XmlText;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a run of suites as JUnit XML for build servers. It holds no times and no names of machines, so the same run
 * gives the same text.
 */
public final class JUnitReport {
    private static final String EDITS = "Edits of the policy are noticed";

    private final XmlPage page = new XmlPage();

    private JUnitReport() {}

    /** Writes the report, ending with a line end. */
    public static String write(SuiteReport report, DecisionPoint decisions, SourceMap positions) {
        return write(report, Optional.empty(), decisions, positions);
    }

    /** Writes the report, ending with a line end, with a test for each edited subject if adequacy was measured. */
    public static String write(
            SuiteReport report, Optional<SuiteAdequacy> adequacy, DecisionPoint decisions, SourceMap positions) {
        JUnitReport written = new JUnitReport();
        Map<String, String> edited = adequacy.map(measured -> AdequacyText.bySubject(measured, decisions))
                .orElse(Map.of());
        long unnoticed =
                edited.values().stream().filter(each -> !each.isEmpty()).count();
        written.page.line(
                "<testsuites name=\"remit\" tests=\"{}\" failures=\"{}\" errors=\"0\">",
                report.size() + edited.size(),
                report.failures().size() + unnoticed);
        report.suites().forEach(suite -> written.suite(suite, decisions, positions));
        if (!edited.isEmpty()) {
            written.edits(edited, unnoticed);
        }
        written.page.line("</testsuites>");
        return written.page.text();
    }

    private void suite(SuiteReport.SuiteResult suite, DecisionPoint decisions, SourceMap positions) {
        Suite of = suite.suite();
        page.line(
                "  <testsuite name=\"{}\" file=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">",
                of.title(),
                of.file(),
                suite.results().size(),
                suite.results().stream().filter(each -> !each.passed()).count());
        for (CaseResult result : suite.results()) {
            XmlText open = XmlText.of(
                    "    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"",
                    of.title(),
                    result.of().name(),
                    of.file(),
                    result.of().span().line());
            if (result.passed()) {
                page.line("{}/>", open);
                continue;
            }
            page.line("{}>", open);
            page.line(
                    "      <failure message=\"{}\">{}</failure>",
                    summary(result),
                    FailureFacts.of(result, decisions, positions).render(""));
            page.line("    </testcase>");
        }
        page.line("  </testsuite>");
    }

    private void edits(Map<String, String> edited, long unnoticed) {
        page.line(
                "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">",
                EDITS,
                edited.size(),
                unnoticed);
        edited.forEach((subject, faults) -> {
            XmlText open = XmlText.of("    <testcase classname=\"{}\" name=\"{}\"", EDITS, subject);
            if (faults.isEmpty()) {
                page.line("{}/>", open);
            } else {
                page.line("{}>", open);
                page.line(
                        "      <failure message=\"an edit that no case notices, or one that is accepted in vain\">{}"
                                + "</failure>",
                        faults);
                page.line("    </testcase>");
            }
        });
        page.line("  </testsuite>");
    }

    /** The mismatches of a case that failed, in one line. */
    private static String summary(CaseResult failed) {
        StringBuilder summary = new StringBuilder();
        failed.whole().ifPresent(mismatch -> summary.append(mismatch));
        for (RoleResult answer : failed.answers()) {
            for (Mismatch mismatch : answer.mismatches()) {
                summary.append(summary.isEmpty() ? "" : "; ").append(mismatch);
            }
        }
        return summary.toString();
    }
}
