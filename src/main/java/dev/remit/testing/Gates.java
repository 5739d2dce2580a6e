package dev.remit.testing;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Adequacy;
import dev.remit.analyze.Progress;
import dev.remit.analyze.Proof;
import dev.remit.analyze.Prover;
import dev.remit.analyze.Region;
import dev.remit.decide.Assumption;
import dev.remit.fixture.AdequacyText;
import dev.remit.fixture.Coverage;
import dev.remit.fixture.CoverageMeter;
import dev.remit.fixture.Suite;
import dev.remit.fixture.SuiteAdequacy;
import dev.remit.fixture.SuiteReport;
import dev.remit.fixture.SuiteRunner;
import dev.remit.fixture.TextReport;
import dev.remit.model.Invariant;
import dev.remit.model.Policy;
import java.util.List;
import java.util.stream.Collectors;

/** What can be required of a bundle and its suites as a whole. Each fails with everything that is missing. */
final class Gates {
    private Gates() {}

    static void shows(int percent, List<Suite> suites, PolicyBundle bundle) {
        Coverage shown = CoverageMeter.measure(run(suites, bundle), bundle.decisionPoint(), bundle.positions());
        if (shown.percent() < percent) {
            throw new AssertionError(
                    "\n" + TextReport.percentages(shown) + "\n" + TextReport.gaps(shown, bundle.decisionPoint()));
        }
    }

    static void notices(int percent, List<Suite> suites, PolicyBundle bundle) {
        SuiteAdequacy noticed = adequacy(suites, bundle);
        if (noticed.percent() < percent || !noticed.stale().isEmpty()) {
            throw new AssertionError("\n" + AdequacyText.sum(noticed)
                    + AdequacyText.survivors(noticed, bundle.decisionPoint())
                    + noticed.stale().stream().map(each -> each + "\n").collect(Collectors.joining()));
        }
    }

    static void needs(List<Suite> suites, PolicyBundle bundle) {
        String idle = AdequacyText.idle(adequacy(suites, bundle));
        if (!idle.isEmpty()) {
            throw new AssertionError("\n" + idle);
        }
    }

    private static SuiteAdequacy adequacy(List<Suite> suites, PolicyBundle bundle) {
        SuiteReport report = run(suites, bundle);
        if (!report.passed()) {
            throw new AssertionError("what would be noticed can be told once every case passes");
        }
        return SuiteAdequacy.measure(report, Adequacy.of(bundle.policy()), bundle.decisionPoint(), Progress.UNHEARD);
    }

    static void holds(Invariant invariant, Policy policy) {
        Proof proof = Prover.of(policy).prove(invariant);
        if (!proof.holds()) {
            throw new AssertionError("\n" + invariant.id() + " " + invariant.title() + "\ndoes not hold of:\n"
                    + proof.violations().stream().map(Gates::told).collect(Collectors.joining("\n")));
        }
    }

    private static String told(Region region) {
        String so = region.so().isEmpty()
                ? "everything"
                : region.so().stream().map(Assumption::phrase).collect(Collectors.joining(", "));
        return "  " + so + "\n    such as: " + region.question();
    }

    private static SuiteReport run(List<Suite> suites, PolicyBundle bundle) {
        return SuiteRunner.run(suites, bundle.decisionPoint());
    }
}
