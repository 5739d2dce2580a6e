package dev.remit.check;

import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.model.PolicyPath;
import dev.remit.source.Span;
import java.util.List;
import java.util.Optional;

/** Checks that a missing file would be noticed. */
final class FilesInspection implements Inspection {
    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        boolean isListed = inspected.bundle().policy().header().files().isPresent();
        return isListed || inspected.source().isSingleFile()
                ? List.of()
                : List.of(new Diagnostic(
                        Code.NO_LIST_OF_FILES,
                        place(inspected),
                        "the header does not list the files of the bundle, so nobody would notice one that is gone",
                        Optional.of("let `remit files BUNDLE --write` write the list")));
    }

    private static Span place(Inspected inspected) {
        return inspected
                .place(PolicyPath.HEADER)
                .map(inspected::head)
                .orElseGet(() -> Span.startOf(inspected.bundle().files().get(0).name()));
    }
}
