package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Adequacy;
import dev.remit.diagram.DiagramTooLarge;
import dev.remit.fixture.SuiteAdequacy;
import dev.remit.fixture.SuiteReport;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds suites against every edit of their policy. */
final class Measuring {
    private Measuring() {}

    static SuiteAdequacy adequacy(SuiteReport report, PolicyBundle bundle, Streams streams) {
        return fitting(() -> SuiteAdequacy.measure(
                report,
                Adequacy.of(bundle.policy()),
                bundle.decisionPoint(),
                ProgressLine.on(streams, "making edits of the policy")));
    }

    /** What comes of work that takes more room the larger a policy is. */
    static <T> T fitting(Supplier<T> work) {
        try {
            return work.get();
        } catch (DiagramTooLarge tooLarge) {
            throw new Misuse("this policy is too large to be compared with its edits", Optional.empty());
        }
    }
}
