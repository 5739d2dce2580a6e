package dev.remit.check;

import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Diagnostic;
import java.util.List;

/** One way of looking at a bundle that loads. */
@FunctionalInterface
public interface Inspection {

    /**
     * Looks at a bundle.
     *
     * @param inspected the bundle, and where its parts stand
     * @param progress hears how far it has come, if it takes long
     * @return what it found, in any order
     */
    List<Diagnostic> inspect(Inspected inspected, Progress progress);
}
