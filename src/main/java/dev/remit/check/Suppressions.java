package dev.remit.check;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.load.Suppression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes the findings that are declared to be on purpose, and reports declarations that match no finding. */
final class Suppressions {
    private Suppressions() {}

    static List<Diagnostic> of(List<Diagnostic> found, List<Suppression> excuses) {
        List<Diagnostic> left = new ArrayList<>();
        Set<Suppression> used = new HashSet<>();
        for (Diagnostic each : found) {
            List<Suppression> fitting = excuses.stream()
                    .filter(excuse -> excuse.excuses(each.code(), each.span()))
                    .toList();
            used.addAll(fitting);
            if (fitting.isEmpty()) {
                left.add(each);
            }
        }
        excuses.stream().filter(excuse -> !used.contains(excuse)).forEach(excuse -> left.add(needless(excuse)));
        return left;
    }

    private static Diagnostic needless(Suppression excuse) {
        return new Diagnostic(
                Code.NEEDLESS_EXCUSE,
                excuse.place(),
                "this is said to be on purpose, but there is no "
                        + Words.quoted(excuse.code().id()) + " here",
                Optional.of("delete it"));
    }
}
