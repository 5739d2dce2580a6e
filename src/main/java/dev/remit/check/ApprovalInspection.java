package dev.remit.check;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.load.SignOffFile;
import dev.remit.model.CanonicalForm;
import dev.remit.model.SignOff;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a bundle is the one that was signed. An approval stays valid through changes of layout, order and comments,
 * and becomes invalid with any other edit, and with a new edition of the contract.
 */
public final class ApprovalInspection implements Inspection {
    private static final String SIGNING =
            "look at the difference, then let `remit diff OLD NEW --sign-off NAME` write `sign-off.yaml`";

    /** The page on what is new in this edition. */
    private static final String UPGRADE = "`docs/policy/upgrade.md`";

    private final boolean required;
    private final ApprovalTerms terms;
    private final InstantSource clock;

    /**
     * Checks the approval of a bundle as of now.
     *
     * @param required whether there must be one
     */
    public ApprovalInspection(boolean required) {
        this(required, InstantSource.system());
    }

    /**
     * Checks the approval of a bundle.
     *
     * @param required whether there must be one
     * @param clock gives the present time
     */
    public ApprovalInspection(boolean required, InstantSource clock) {
        this(required, ApprovalTerms.BY_NAME, clock);
    }

    /**
     * Checks the approval of a bundle, and who gave it.
     *
     * @param required whether there must be one; there must be if it has to be signed with a key
     * @param terms which signatures count
     * @param clock gives the present time
     */
    public ApprovalInspection(boolean required, ApprovalTerms terms, InstantSource clock) {
        this.required = required || terms.needKeys();
        this.terms = requireNonNull(terms, "terms");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        PolicyBundle bundle = inspected.bundle();
        Checked<Optional<Approval>> read = Approval.read(inspected.source(), inspected::show);
        List<Diagnostic> found = new ArrayList<>(read.diagnostics());
        read.value()
                .ifPresent(approval -> found.addAll(approval.map(signed -> faults(signed, bundle))
                        .orElseGet(() -> required ? List.of(missing(bundle)) : List.of())));
        return found;
    }

    private List<Diagnostic> faults(Approval approval, PolicyBundle bundle) {
        SignOffFile file = approval.file();
        List<Diagnostic> found =
                new ArrayList<>(file.signOff().isCurrent() ? stale(file, bundle) : List.of(outdated(file)));
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), bundle.policy().header().zone());
        found.addAll(early(file, today));
        SignOff.Digests before = file.signOff().before();
        found.addAll(unproven(file, approval.verdict(before, file.signOff().approved(), terms, today)));
        return found;
    }

    /** Reports signatures that contradict themselves, that none counts, and names that approve their own change. */
    private List<Diagnostic> unproven(SignOffFile file, ApprovalVerdict verdict) {
        List<Diagnostic> found = new ArrayList<>();
        for (ApprovalVerdict.RefusedSignature each : verdict.refused()) {
            if (each.why().isFalse()) {
                found.add(new Diagnostic(
                        Code.FALSE_SIGN_OFF,
                        file.notes().get(each.place()),
                        "the signature of " + Words.quoted(each.by()) + " is false: " + each.details(),
                        Optional.of(
                                "a signature covers who signed, the day and every digest of this file; " + SIGNING)));
            } else if (verdict.approvers().isEmpty() && each.why() != ApprovalVerdict.Why.FUTURE) {
                found.add(new Diagnostic(
                        Code.UNPROVEN_SIGN_OFF,
                        file.notes().get(each.place()),
                        "the signature of " + Words.quoted(each.by()) + " does not count: " + each.details(),
                        Optional.of(
                                "somebody whose key counts looks at the difference, and signs it with `remit diff OLD NEW"
                                        + " --sign-off NAME --key KEY`")));
            }
        }
        verdict.reminders()
                .forEach(
                        each -> found.add(
                                new Diagnostic(
                                        Code.DEPENDENT_SIGN_OFF,
                                        file.notes().get(0),
                                        each,
                                        Optional.of(
                                                "let somebody else look at the difference and sign it, with a key if it has to be proven"))));
        return found;
    }

    private static Diagnostic missing(PolicyBundle bundle) {
        return new Diagnostic(
                Code.MISSING_SIGN_OFF,
                Span.startOf(header(bundle)),
                "this bundle has to be signed off, and has no `sign-off.yaml`",
                Optional.of(SIGNING));
    }

    /** The name of the file with the policy's header, which every bundle has. */
    private static String header(PolicyBundle bundle) {
        return bundle.files().stream()
                .map(SourceFile::name)
                .filter(name -> name.endsWith("policy.yaml"))
                .findFirst()
                .orElse(bundle.files().get(0).name());
    }

    private static List<Diagnostic> stale(SignOffFile file, PolicyBundle bundle) {
        SignOff.Digests means = bundle.digests();
        SignOff.Digests approved = file.signOff().approved();
        List<Diagnostic> found = new ArrayList<>();
        if (!approved.policy().equals(means.policy())) {
            found.add(stale(file.policy(), "what the policy of this bundle now means", means.policy()));
        }
        if (!approved.registers().equals(means.registers())) {
            found.add(stale(file.registers(), "what the registers of this bundle now mean", means.registers()));
        }
        if (!approved.assurance().equals(means.assurance())) {
            found.add(stale(
                    file.assurance(),
                    "what the files of this bundle now say beyond what they mean",
                    means.assurance()));
        }
        return found;
    }

    /** Reports a sign-off under another edition of the contract. */
    private static Diagnostic outdated(SignOffFile file) {
        String edition = file.signOff().edition();
        return new Diagnostic(
                Code.OUTDATED_SIGN_OFF,
                file.edition(),
                "expected a sign-off under edition " + CanonicalForm.EDITION
                        + " of what a policy means, found one under "
                        + (edition.isEmpty() ? "the first, which named none" : "edition " + Words.quoted(edition)),
                Optional.of("the same files can mean something else now, so it is void: " + UPGRADE
                        + " says what is new; then " + SIGNING));
    }

    /** Reports a sign-off that is dated in the future. */
    private static List<Diagnostic> early(SignOffFile file, LocalDate today) {
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 0; i < file.days().size(); i++) {
            LocalDate day = file.signOff().signed().get(i).on();
            if (day.isAfter(today)) {
                found.add(new Diagnostic(
                        Code.FUTURE_SIGN_OFF,
                        file.days().get(i),
                        "expected a day of signing up to today, `" + today + "`, found `" + day + "`",
                        Optional.of("write the day on which it was signed")));
            }
        }
        return found;
    }

    private static Diagnostic stale(Span span, String what, String means) {
        return new Diagnostic(
                Code.STALE_SIGN_OFF,
                span,
                "what was signed off is not " + what + ", `" + means + "`",
                Optional.of(SIGNING));
    }
}
