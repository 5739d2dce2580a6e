package dev.remit.snapshot;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.LoadedBundle;
import java.util.List;

/**
 * A bundle restored from its snapshot, equal to the one that loading and compiling its files would give.
 *
 * @param bundle the loaded bundle with its positions
 * @param decisions the decision point of its compiled policy
 * @param warnings the warnings of loading it
 */
public record Restored(LoadedBundle bundle, DecisionPoint decisions, List<Diagnostic> warnings) {
    public Restored {
        warnings = List.copyOf(warnings);
    }
}
