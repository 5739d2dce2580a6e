package dev.remit.cli;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.check.BundleDiff;
import dev.remit.check.Inspections;
import dev.remit.check.Report;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.live.source.UnusableRevisionException;
import dev.remit.load.BundleSource;
import dev.remit.model.TooLargeException;
import dev.remit.source.SourceFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an author wants to see of a bundle after each save, on one screen.
 *
 * @param path where the bundle lies
 * @param revision the revision of git with which it is compared
 * @param clock gives the present time
 */
record Screen(Path path, String revision, InstantSource clock) {
    Screen {
        requireNonNull(path, "path");
        requireNonNull(revision, "revision");
        requireNonNull(clock, "clock");
    }

    /**
     * What is shown.
     *
     * @param isGood whether there are no faults, all tests pass and all invariants hold
     */
    record Shown(String text, boolean isGood) {}

    Shown show() {
        BundleSource source = Bundle.source(path);
        List<SourceFile> files = new ArrayList<>();
        Checked<PolicyBundle> checked = Remit.check(source, files::add);
        if (checked.value().isEmpty()) {
            return new Shown(
                    FrameRendering.of(files).render(checked.diagnostics()) + "\n\n"
                            + Summary.of(checked.diagnostics(), Optional.empty(), false),
                    false);
        }
        PolicyBundle bundle = checked.value().get();
        Report report = Inspections.guarding(true).of(bundle, source, Progress.UNHEARD);
        List<String> parts = new ArrayList<>();
        if (!report.faults().isEmpty()) {
            parts.add(FrameRendering.of(report.files()).render(report.faults()));
        }
        parts.add(String.join("\n", tests(report, bundle), proofs(report, bundle)));
        parts.add(difference(bundle));
        parts.add(Summary.of(report.diagnostics(), Optional.of(bundle), false));
        return new Shown(String.join("\n\n", parts), !report.hasErrors());
    }

    private static String tests(Report report, PolicyBundle bundle) {
        boolean hasSuites = bundle.assurance().statements().stream()
                .anyMatch(each -> each.path().get(0).startsWith("tests/"));
        long failing = count(report, Code.FAILED_CASE);
        return !hasSuites
                ? "tests: there are none"
                : failing == 0 && report.hasErrors() && isOfSuites(report)
                        ? "tests: they cannot be read"
                        : failing == 0 ? "tests: all pass" : "tests: " + failing + " fail";
    }

    private static boolean isOfSuites(Report report) {
        return report.diagnostics().stream().anyMatch(each -> each.isError() && each.code() != Code.INVARIANT_VIOLATED);
    }

    private static String proofs(Report report, PolicyBundle bundle) {
        int all = bundle.invariants().size();
        long violated = count(report, Code.INVARIANT_VIOLATED);
        return all == 0
                ? "proofs: there are no invariants"
                : violated == 0
                        ? "proofs: " + (all == 1 ? "the invariant holds" : "all " + all + " invariants hold")
                        : "proofs: " + violated + " of " + all + (all == 1 ? " invariant" : " invariants")
                                + " do not hold";
    }

    private static long count(Report report, Code code) {
        return report.diagnostics().stream()
                .map(Diagnostic::code)
                .filter(each -> each == code)
                .count();
    }

    private String difference(PolicyBundle now) {
        Path old = Path.of(path + "@" + revision);
        try {
            Checked<PolicyBundle> before = Remit.check(Bundle.source(old));
            return before.value()
                    .map(was -> difference(was, now, old))
                    .orElse("since " + revision + ": the policy had errors there, so that nothing can be compared");
        } catch (UnusableRevisionException none) {
            return "since " + revision + ": " + none.sentence();
        } catch (TooLargeException full) {
            return "since " + revision + ": " + full.tooLarge().message();
        }
    }

    private String difference(PolicyBundle was, PolicyBundle now, Path old) {
        BundleDiff diff = BundleDiff.between(was, now, Optional.empty(), Progress.UNHEARD);
        return diff.report().isEmpty()
                ? "since " + revision + ": nothing changed"
                : "since " + revision + ":\n"
                        + diff.page(old.toString(), path.toString(), List.of())
                                .brief()
                                .text()
                                .stripTrailing();
    }
}
