package dev.remit.live;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.check.Approval;
import dev.remit.check.ApprovalTerms;
import dev.remit.check.ApprovalVerdict;
import dev.remit.json.DiffWriter;
import dev.remit.load.BundleSource;
import dev.remit.model.SignOff;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A sign-off of exactly one difference: from this old bundle to this new one, and no other way.
 *
 * @param signOff who signed
 * @param digest the digest of the difference
 */
record SignedDifference(SignOff signOff, String digest) {
    SignedDifference {
        requireNonNull(signOff, "signOff");
        requireNonNull(digest, "digest");
    }

    /**
     * The sign-off in the newer bundle, if it is one of this difference.
     *
     * @param terms which signatures count
     */
    static Optional<SignedDifference> find(
            DiffReport report,
            PolicyBundle before,
            PolicyBundle after,
            BundleSource source,
            ApprovalTerms terms,
            InstantSource clock) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), after.policy().header().zone());
        Optional<Approval> approval = Approval.read(source).value().flatMap(read -> read);
        if (approval.isEmpty()) {
            return Optional.empty();
        }
        SignOff signOff = approval.get().signOff();
        ApprovalVerdict worth = approval.get().verdict(digests(before), digests(after), terms, today);
        // Keys cover the digests of both bundles; names alone have to stand beside the very difference they saw.
        boolean isSeen = terms.needKeys()
                || (worth.refused().isEmpty()
                        && signOff.difference()
                                .equals(DiffWriter.of(after.policy().vocabulary())
                                        .digest(report)));
        return worth.approves() && isSeen
                ? Optional.of(new SignedDifference(signOff, signOff.difference()))
                : Optional.empty();
    }

    private static SignOff.Digests digests(PolicyBundle bundle) {
        return SignOff.Digests.of(
                bundle.policy(), bundle.registers(), bundle.assurance().digest());
    }
}
