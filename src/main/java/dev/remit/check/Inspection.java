package dev.remit.check;

import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Diagnostic;
import java.util.List;

/** A check of bundles that load. */
@FunctionalInterface
public interface Inspection {

    /**
     * Checks a bundle.
     *
     * @param inspected the bundle, with the positions of its parts
     * @param progress receives how far the work has come, if it takes long
     * @return the findings, in any order
     */
    List<Diagnostic> inspect(Inspected inspected, Progress progress);
}
