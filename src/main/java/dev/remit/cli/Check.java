package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.check.ApprovalInspection;
import dev.remit.check.ApprovalTerms;
import dev.remit.check.Inspections;
import dev.remit.check.Report;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.json.DiagnosticWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit check}: checks a bundle. */
final class Check implements Verb {
    private static final String STRICT = "--strict";
    private static final String NOTES = "--notes";
    private static final String REQUIRE_SIGN_OFF = "--require-sign-off";
    private static final Set<Code> UNREADABLE = EnumSet.of(Code.MISSING_FILE, Code.UNREADABLE_FILE);

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "Checks a bundle: its files, rules, trace to the sources, invariants, people and tests; shows all faults.";
    }

    @Override
    public String synopsis() {
        return "check [BUNDLE] [--strict] [--notes] [--require-sign-off] [--approver-key FILE]..."
                + " [--committer-key FILE]... [--committer NAME]... [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        List<ArgSpec> accepted = new ArrayList<>(List.of(
                Option.bundle(Bundle.WHERE),
                Option.flag(STRICT, "Lets warnings count as errors in the exit code."),
                Option.flag(NOTES, "Shows also what is often meant, and no fault: it never counts in the exit code."),
                Option.flag(REQUIRE_SIGN_OFF, "Fails if what the bundle means was not signed off."),
                Option.format("text")));
        accepted.addAll(Approvers.options());
        return accepted;
    }

    @Override
    public PackUse packs() {
        return PackUse.TEXTS;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Exit code: 0 sound, 1 errors (with --strict: or warnings), 2 the bundle cannot be read.",
                "",
                "Example:",
                "  remit check --strict");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        ApprovalTerms terms = Approvers.of(given);
        Bundle bundle = Bundle.check(given);
        Report report = bundle.checked()
                .value()
                .map(sound -> inspected(sound, terms, given, streams))
                .orElseGet(() -> new Report(bundle.checked().diagnostics(), bundle.files()));
        List<Diagnostic> listed = given.flag(NOTES) ? report.diagnostics() : report.faults();
        if (format == Given.Format.JSON) {
            streams.out().line(DiagnosticWriter.write(listed));
        } else {
            if (!listed.isEmpty()) {
                streams.out().say(FrameRendering.of(report.files()).render(listed) + "\n");
            }
            streams.out().say(Summary.of(report.diagnostics(), bundle.checked().value(), given.flag(NOTES)));
            if ((given.flag(REQUIRE_SIGN_OFF) || given.has(Approvers.KEY)) && !report.hasErrors()) {
                bundle.checked()
                        .value()
                        .flatMap(sound -> Signed.words(
                                Bundle.source(given),
                                terms,
                                LocalDate.ofInstant(
                                        streams.clock().instant(),
                                        sound.policy().header().zone())))
                        .ifPresent(streams.out()::say);
            }
        }
        if (report.diagnostics().stream().anyMatch(each -> UNREADABLE.contains(each.code()))) {
            return MISUSE;
        }
        return report.hasErrors() || (given.flag(STRICT) && !report.faults().isEmpty()) ? NO : OK;
    }

    private static Report inspected(PolicyBundle sound, ApprovalTerms terms, Given given, Streams streams) {
        Progress progress = ProgressLine.on(streams, "checking");
        Report report = Inspections.usual(streams.clock())
                .with(new ApprovalInspection(given.flag(REQUIRE_SIGN_OFF), terms, streams.clock()))
                .of(sound, Bundle.source(given), progress);
        progress.at(1, 1);
        return report;
    }
}
