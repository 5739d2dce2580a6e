package dev.remit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.analyze.access.AccessReview;
import dev.remit.analyze.diff.PolicyDiff;
import dev.remit.analyze.lint.GuardFindings;
import dev.remit.analyze.mutation.Adequacy;
import dev.remit.analyze.prove.Prover;
import dev.remit.analyze.prove.Separation;
import dev.remit.decide.DecisionPoint;
import dev.remit.fixture.advice.Suggestions;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.coverage.CoverageMeter;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.Suite;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.fixture.writing.SuiteWriter;
import dev.remit.model.Assignment;
import dev.remit.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What analyses a policy lets nobody do anything, and listeners hear nothing of it. */
class AnalysisIsUnheardTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: desk, version: "1", title: Who may read}
            vocabulary:
              roles: {clerk: Clerk, reader: Reader}
              activities: {read: Read}
              levels: {draft: Draft}
              facts:
                trained: {title: Trained, known-from: caller, changed-by: requester}
                asked: {title: Asked, known-from: caller, changed-by: requester}
            rules:
              - {id: readers, permit: reader, to: read, levels: draft, when: trained}
            """;
    private static final String SUITE = """
            remit: 1
            suite: Readers
            cases:
              - name: a trained reader
                ask: {role: reader, activity: read, level: draft, facts: [trained], closed: true}
                expect: permitted
              - name: a trained clerk
                ask: {role: clerk, activity: read, level: draft, facts: [trained], closed: true}
                expect: permitted
            """;

    private final PolicyBundle bundle = Remit.load(Map.of("policy.yaml", POLICY));
    private final DecisionPoint heard = bundle.decisionPoint().withListener(event -> {
        throw new AssertionError("heard " + event);
    });

    private List<Suite> suites() {
        return SuiteLoader.load(List.of(new SourceFile("tests/readers.yaml", SUITE)), heard, bundle.registers())
                .orThrow();
    }

    @Test
    void runsReportsAndWritesSuites() {
        SuiteReport report = SuiteRunner.run(suites(), heard);
        assertThat(report.passed()).isFalse();
        assertThat(TextReport.results(report, heard, bundle.positions())).contains("a trained clerk");
        assertThat(JUnitReport.write(report, heard, bundle.positions())).contains("a trained clerk");

        assertThat(TextReport.gaps(CoverageMeter.measure(report, heard, bundle.positions()), heard))
                .isNotEmpty();
        Adequacy adequacy = Adequacy.of(heard, bundle.registers());
        SuiteAdequacy measured = SuiteAdequacy.measure(
                SuiteRunner.run(suites().subList(0, 0), heard), adequacy, heard, Progress.UNHEARD);
        assertThat(AdequacyText.survivors(measured, heard)).isNotEmpty();
        var suggested = Suggestions.all(adequacy, heard, Progress.UNHEARD);
        assertThat(SuiteWriter.write("All", suggested, Set.of(), heard)).contains("expect");
    }

    @Test
    void comparesProvesAndListsAccess() {
        assertThat(AccessReview.of(heard).matrix()).hasSize(2);
        assertThat(AccessReview.of(heard).rules(Assignment.open(heard.space()))).hasSize(1);
        assertThat(PolicyDiff.between(heard, heard).changes()).isEmpty();
        assertThat(GuardFindings.of(heard)).isEmpty();
        assertThat(Prover.of(heard)).isNotNull();
        assertThat(Separation.of(heard, bundle.registers())).isNotNull();
        assertThat(PolicyPage.of(heard, List.of())).contains("Who may read");
    }
}
