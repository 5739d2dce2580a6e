package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.check.Approval;
import dev.remit.check.ApprovalTerms;
import dev.remit.check.ApprovalVerdict;
import dev.remit.check.BundleDiff;
import dev.remit.load.BundleSource;
import dev.remit.model.SignOff;
import dev.remit.writing.Visible;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who signed off a difference, as recorded in the newer bundle.
 *
 * @param signOff the approval that lies in the newer bundle, if there is one
 * @param verdict what it is worth for the difference
 * @param terms which signatures count
 */
record Signed(Optional<SignOff> signOff, Optional<ApprovalVerdict> verdict, ApprovalTerms terms) {

    /** What is recorded in the newer of two bundles. */
    static Signed of(
            PolicyBundle before, PolicyBundle after, BundleSource source, ApprovalTerms terms, InstantSource clock) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), after.policy().header().zone());
        Optional<Approval> approval = Approval.read(source).value().flatMap(read -> read);
        return new Signed(
                approval.map(Approval::signOff),
                approval.map(each -> each.verdict(before.digests(), after.digests(), terms, today)),
                terms);
    }

    /** Whether the difference is approved with a key that counts. */
    boolean isProven() {
        return terms.needKeys() && verdict.filter(ApprovalVerdict::approves).isPresent();
    }

    /** The signatures on exactly this difference, as sentences; and where keys were asked for, why none counts. */
    List<String> remarks(BundleDiff diff) {
        if (verdict.isEmpty()) {
            return terms.needKeys() ? List.of("not signed off: there is no sign-off.yaml") : List.of();
        }
        ApprovalVerdict worth = verdict.get();
        List<String> remarks = new ArrayList<>();
        if (diff.isApproved(signOff.orElseThrow(), worth, terms)) {
            remarks.add("signed off by "
                    + worth.approvers().stream().map(this::words).collect(Collectors.joining(", ")));
            worth.reminders().forEach(each -> remarks.add("reminder: " + each));
        } else if (terms.needKeys()) {
            remarks.add("not signed off: " + Visible.line(String.join("; ", worth.reasons())));
        }
        return remarks;
    }

    private String words(ApprovalVerdict.Approver approver) {
        Optional<String> reference = signOff.stream()
                .flatMap(each -> each.signed().stream())
                .filter(each -> each.by().equals(approver.by()) && each.on().equals(approver.on()))
                .flatMap(each -> each.reference().stream())
                .findFirst();
        return Visible.line(approver.by()) + " on " + approver.on()
                + reference.map(text -> " (" + Visible.line(text) + ")").orElse("")
                + approver.key().map(key -> " with the key " + key).orElse("");
    }

    /** Describes who signed the bundle, whatever it was before, as a sentence; empty if nobody did. */
    static Optional<String> words(BundleSource source, ApprovalTerms terms, LocalDate today) {
        return Approval.read(source).value().flatMap(read -> read).map(approval -> {
            SignOff signed = approval.signOff();
            ApprovalVerdict worth = approval.verdict(signed.before(), signed.approved(), terms, today);
            return "signed off by "
                    + worth.approvers().stream()
                            .map(new Signed(Optional.of(signed), Optional.of(worth), terms)::words)
                            .collect(Collectors.joining(", "));
        });
    }
}
