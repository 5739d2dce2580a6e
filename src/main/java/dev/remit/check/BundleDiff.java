package dev.remit.check;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.analyze.diff.AccessLock;
import dev.remit.analyze.diff.AssuranceDiff;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.analyze.diff.PolicyDiff;
import dev.remit.analyze.diff.PolicyVersion;
import dev.remit.json.DiffWriter;
import dev.remit.model.PolicyPath;
import dev.remit.model.SignOff;
import dev.remit.report.DiffPage;
import dev.remit.source.SourceMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one bundle differs from another, put down to the parts of their files that were edited, and the forms in which that is
 * shown, locked and approved. Immutable.
 *
 * @param before the bundle as it was
 * @param after the bundle as it is to be
 * @param report what changes
 */
@SuppressWarnings("exports") // only rooms of this module read differences
public record BundleDiff(PolicyBundle before, PolicyBundle after, DiffReport report) {
    public BundleDiff {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(report, "report");
    }

    /**
     * Compares two bundles.
     *
     * @param today the day from which on registered people and projects are looked at; nobody is if it is absent
     * @throws dev.remit.model.TooLargeException if the comparison takes more than is allowed
     */
    public static BundleDiff between(
            PolicyBundle before, PolicyBundle after, Optional<LocalDate> today, Progress progress) {
        return new BundleDiff(
                before,
                after,
                PolicyDiff.between(version(before), version(after), today, progress)
                        .with(AssuranceDiff.between(
                                before.assurance().statements(),
                                after.assurance().statements())));
    }

    private static PolicyVersion version(PolicyBundle bundle) {
        return new PolicyVersion(
                bundle.decisionPoint(),
                bundle.registers(),
                bundle.writtenParts().parts());
    }

    /** The digest of all that is reported, but for what it means to registered people and projects on a day. */
    public String digest() {
        return DiffWriter.of(after.policy().vocabulary()).digest(report);
    }

    /** The page about it, in which registered people are named. */
    public DiffPage page(String old, String now, List<String> remarks) {
        return DiffPage.of(report, compared(old, now, false), places(), remarks);
    }

    /** The same, in which things are named by their ids. */
    public DiffPage pageByIds(String old, String now, List<String> remarks) {
        return DiffPage.of(report, compared(old, now, true), places(), remarks);
    }

    /** The page about it, in which registered people are counted. */
    public DiffPage pageWithoutNames(String old, String now) {
        return DiffPage.withoutNames(report, compared(old, now, false), places());
    }

    /** The difference as JSON, on one line, with the reasons for which it is refused. */
    public String json(List<String> refused) {
        return DiffWriter.of(after.policy().vocabulary())
                .diff(report, compared(before), compared(after), refused, places());
    }

    /**
     * Whether an approval is one of exactly this difference. Keys cover the digests of both bundles; names alone have to
     * stand beside the very difference that they saw, and beside no signature that does not count.
     *
     * @param worth what the approval is worth for these two bundles
     */
    public boolean isApproved(SignOff signOff, ApprovalVerdict worth, ApprovalTerms terms) {
        return worth.approves()
                && (terms.needKeys()
                        || (worth.refused().isEmpty() && signOff.difference().equals(digest())));
    }

    /** Why a lock refuses it, as a sentence; empty if nothing touches what is locked. */
    public Optional<String> refusal(AccessLock lock) {
        int touching = lock.touching(report).size();
        return touching == 0
                ? Optional.empty()
                : Optional.of("“" + lock.text() + "” is locked, and " + touching
                        + (touching == 1 ? " change touches it" : " changes touch it"));
    }

    private DiffPage.Compared compared(String old, String now, boolean byIds) {
        return new DiffPage.Compared(
                before.policy(),
                after.policy(),
                old,
                now,
                before.digests(),
                after.digests(),
                after.decisionPoint().mustBeSaid(),
                byIds);
    }

    private static DiffWriter.Compared compared(PolicyBundle bundle) {
        return new DiffWriter.Compared(bundle.policy().header(), bundle.digests());
    }

    /** The position of a part, in the newer bundle or, of what is gone, in the older. */
    public Function<PolicyPath, Optional<String>> places() {
        SourceMap was = before.writtenParts().positions();
        SourceMap is = after.writtenParts().positions();
        return path -> place(path, is, after).or(() -> place(path, was, before));
    }

    private static Optional<String> place(PolicyPath path, SourceMap written, PolicyBundle bundle) {
        return written.find(path).or(() -> bundle.positions().find(path)).map(span -> span.file() + ":" + span.line());
    }
}
