package dev.remit.testing;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.analyze.Region;
import dev.remit.analyze.mutation.Adequacy;
import dev.remit.analyze.prove.Proof;
import dev.remit.analyze.prove.Prover;
import dev.remit.decide.ValueRestriction;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.coverage.Coverage;
import dev.remit.fixture.coverage.CoverageMeter;
import dev.remit.fixture.suite.Suite;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.model.Invariant;
import dev.remit.report.AdequacyText;
import dev.remit.report.TextReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * The requirements on a bundle and its suites as a whole. Each fails with everything that is missing; long work is done
 * once for all of them.
 */
final class Gates {
    private final PolicyBundle bundle;
    private final List<Suite> suites;
    private final Lock lock = new ReentrantLock();
    private Optional<SuiteAdequacy> measured = Optional.empty();

    Gates(PolicyBundle bundle, List<Suite> suites) {
        this.bundle = bundle;
        this.suites = List.copyOf(suites);
    }

    PolicyBundle bundle() {
        return bundle;
    }

    void shows(int percent) {
        Coverage shown = CoverageMeter.measure(run(), bundle.decisionPoint(), bundle.positions());
        if (shown.percent() < percent) {
            throw new AssertionError(
                    "\n" + TextReport.percentages(shown) + "\n" + TextReport.gaps(shown, bundle.decisionPoint()));
        }
    }

    void notices(int percent) {
        SuiteAdequacy noticed = adequacy();
        if (noticed.percent() < percent || !noticed.stale().isEmpty()) {
            throw new AssertionError("\n" + AdequacyText.sum(noticed)
                    + AdequacyText.survivors(noticed, bundle.decisionPoint())
                    + noticed.stale().stream().map(each -> each + "\n").collect(Collectors.joining()));
        }
    }

    void needs() {
        String idle = AdequacyText.idle(adequacy());
        if (!idle.isEmpty()) {
            throw new AssertionError("\n" + idle);
        }
    }

    /** The adequacy of the suites, measured once even if tests run in parallel. */
    private SuiteAdequacy adequacy() {
        lock.lock();
        try {
            SuiteAdequacy result = measured.orElseGet(this::measure);
            measured = Optional.of(result);
            return result;
        } finally {
            lock.unlock();
        }
    }

    private SuiteAdequacy measure() {
        SuiteReport report = run();
        if (!report.passed()) {
            throw new AssertionError("what would be noticed can be found once every case passes");
        }
        return SuiteAdequacy.measure(
                report,
                Adequacy.of(bundle.decisionPoint(), bundle.registers()),
                bundle.decisionPoint(),
                Progress.UNHEARD);
    }

    void holds(Invariant invariant) {
        Proof proof = Prover.of(bundle.decisionPoint()).prove(invariant);
        if (!proof.holds()) {
            throw new AssertionError("\n" + invariant.id() + " " + invariant.title() + "\ndoes not hold of:\n"
                    + proof.violations().stream().map(Gates::violation).collect(Collectors.joining("\n")));
        }
    }

    private static String violation(Region region) {
        String so = region.so().isEmpty()
                ? "everything"
                : region.so().stream().map(ValueRestriction::phrase).collect(Collectors.joining(", "));
        return "  " + so + "\n    such as: " + region.question();
    }

    private SuiteReport run() {
        return SuiteRunner.run(suites, bundle.decisionPoint());
    }
}
