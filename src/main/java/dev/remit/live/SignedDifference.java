package dev.remit.live;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.json.DiffWriter;
import dev.remit.load.BundleSource;
import dev.remit.load.SignOffFile;
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

    /** The sign-off in the newer bundle, if it is one of this difference. */
    static Optional<SignedDifference> find(
            DiffReport report, PolicyBundle before, PolicyBundle after, BundleSource source, InstantSource clock) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), after.policy().header().zone());
        return SignOffFile.read(source, file -> {})
                .value()
                .flatMap(file -> file)
                .map(SignOffFile::signOff)
                .filter(SignOff::isCurrent)
                .filter(signOff ->
                        signOff.signed().stream().noneMatch(each -> each.on().isAfter(today)))
                .filter(signOff -> signOff.approved().equals(digests(after))
                        && signOff.before().equals(digests(before)))
                .flatMap(signOff -> {
                    String digest = DiffWriter.of(after.policy().vocabulary()).digest(report);
                    return signOff.difference().equals(digest)
                            ? Optional.of(new SignedDifference(signOff, digest))
                            : Optional.empty();
                });
    }

    private static SignOff.Digests digests(PolicyBundle bundle) {
        return SignOff.Digests.of(
                bundle.policy(), bundle.registers(), bundle.assurance().digest());
    }
}
