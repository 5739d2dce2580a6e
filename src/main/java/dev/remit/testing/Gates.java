package dev.remit.testing;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Adequacy;
import dev.remit.analyze.AdequacyReport;
import dev.remit.analyze.Probe;
import dev.remit.analyze.Progress;
import dev.remit.analyze.Proof;
import dev.remit.analyze.Prover;
import dev.remit.analyze.Region;
import dev.remit.decide.Assumption;
import dev.remit.fixture.Coverage;
import dev.remit.fixture.CoverageMeter;
import dev.remit.fixture.Suite;
import dev.remit.fixture.SuiteReport;
import dev.remit.fixture.SuiteRunner;
import dev.remit.fixture.TextReport;
import dev.remit.model.Invariant;
import dev.remit.model.Policy;
import java.util.ArrayList;
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
        List<Probe> probes = new ArrayList<>();
        run(suites, bundle)
                .results()
                .forEach(result -> result.answers()
                        .forEach(answer -> answer.expected()
                                .ifPresent(expected -> probes.add(new Probe(
                                        result.of().name(),
                                        answer.decision(),
                                        decision -> expected.check(decision).isEmpty())))));
        AdequacyReport noticed = Adequacy.of(bundle.policy()).measure(probes, Progress.UNHEARD);
        if (noticed.percent() < percent) {
            throw new AssertionError("\n" + noticed.percent() + " % of all edits are noticed ("
                    + noticed.killed().size() + " of " + noticed.distinct() + "); not noticed:\n"
                    + noticed.survived().stream()
                            .map(each -> "  " + each.mutant() + "\n    told apart by: " + each.question())
                            .collect(Collectors.joining("\n")));
        }
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
