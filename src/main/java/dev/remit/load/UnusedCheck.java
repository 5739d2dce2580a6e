package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import java.util.List;

/** Warns of what is declared though nothing speaks of it. */
final class UnusedCheck {
    private UnusedCheck() {}

    static void check(List<Names<?>> namespaces, Diagnostics diagnostics) {
        for (Names<?> names : namespaces) {
            names.forEachUnused((id, place) -> diagnostics.report(
                    Code.UNUSED_DECLARATION,
                    place,
                    names.namespace().noun() + " " + Words.quoted(id.toString())
                            + " is declared, but nothing speaks of it",
                    "use it, or delete it"));
        }
    }
}
