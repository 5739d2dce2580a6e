package dev.remit.snapshot;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.LoadedBundle;
import java.util.List;

/**
 * A bundle taken up from its snapshot: the same as if its files had been loaded and compiled.
 *
 * @param bundle what it says, and where
 * @param decisions its policy compiled
 * @param warnings what loading it reports
 */
public record Restored(LoadedBundle bundle, DecisionPoint decisions, List<Diagnostic> warnings) {
    public Restored {
        warnings = List.copyOf(warnings);
    }
}
