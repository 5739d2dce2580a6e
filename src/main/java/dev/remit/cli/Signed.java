package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.DiffReport;
import dev.remit.json.DiffWriter;
import dev.remit.load.BundleSource;
import dev.remit.load.SignOffFile;
import dev.remit.model.SignOff;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who signed off a difference, if the newer bundle says so. */
final class Signed {
    private Signed() {}

    /** The signatures under this very difference, in a sentence; nothing if it was not signed, or another one was. */
    static Optional<String> found(DiffReport report, PolicyBundle before, PolicyBundle after, BundleSource source) {
        return SignOffFile.read(source, file -> {})
                .value()
                .flatMap(file -> file)
                .map(SignOffFile::signOff)
                .filter(signOff -> signOff.approved().equals(Diff.digests(after))
                        && signOff.before().equals(Diff.digests(before))
                        && signOff.difference()
                                .equals(DiffWriter.of(after.policy().vocabulary())
                                        .digest(report)))
                .map(signOff -> "signed off by "
                        + signOff.signed().stream().map(Signed::words).collect(Collectors.joining(", ")));
    }

    private static String words(SignOff.Signature signature) {
        return signature.by() + " on " + signature.on()
                + signature.reference().map(text -> " (" + text + ")").orElse("");
    }
}
