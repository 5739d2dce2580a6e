package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.mutation.Adequacy;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.suite.SuiteReport;

/** Measures suites against every edit of their policy. */
final class Measuring {
    private Measuring() {}

    static SuiteAdequacy adequacy(SuiteReport report, PolicyBundle bundle, Streams streams) {
        return Fitting.in(
                bundle,
                () -> SuiteAdequacy.measure(
                        report,
                        Adequacy.of(bundle.decisionPoint(), bundle.registers()),
                        bundle.decisionPoint(),
                        ProgressLine.on(streams, "making edits of the policy")));
    }
}
