package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.json.DiffWriter;
import dev.remit.load.BundleSource;
import dev.remit.load.SignOffFile;
import dev.remit.model.SignOff;
import dev.remit.writing.Visible;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds who signed off a difference, as recorded in the newer bundle. */
final class Signed {
    private Signed() {}

    /** The signatures on exactly this difference, as a sentence; empty if it was not signed. */
    static Optional<String> found(
            DiffReport report, PolicyBundle before, PolicyBundle after, BundleSource source, InstantSource clock) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), after.policy().header().zone());
        return read(source)
                .filter(signOff ->
                        signOff.signed().stream().noneMatch(each -> each.on().isAfter(today)))
                .filter(signOff -> signOff.isCurrent()
                        && signOff.approved().equals(Diff.digests(after))
                        && signOff.before().equals(Diff.digests(before))
                        && signOff.difference()
                                .equals(DiffWriter.of(after.policy().vocabulary())
                                        .digest(report)))
                .map(Signed::words);
    }

    /** The sign-off of a bundle, whichever difference it approves. */
    static Optional<SignOff> read(BundleSource source) {
        return SignOffFile.read(source, file -> {})
                .value()
                .flatMap(file -> file)
                .map(SignOffFile::signOff);
    }

    /** Describes who signed, and when, as a sentence. */
    static String words(SignOff signOff) {
        return "signed off by " + signOff.signed().stream().map(Signed::words).collect(Collectors.joining(", "));
    }

    private static String words(SignOff.Signature signature) {
        return Visible.line(signature.by()) + " on " + signature.on()
                + signature
                        .reference()
                        .map(text -> " (" + Visible.line(text) + ")")
                        .orElse("");
    }
}
