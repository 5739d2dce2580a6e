package dev.remit.analyze.prove;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.Region;
import dev.remit.model.Invariant;
import java.util.List;

/**
 * What became of an invariant over every possible question.
 *
 * @param invariant the invariant
 * @param violations every region where it does not hold, as few as hold them all; none if it holds
 */
public record Proof(Invariant invariant, List<Region> violations) {
    public Proof {
        requireNonNull(invariant, "invariant");
        violations = List.copyOf(violations);
    }

    /** Whether the invariant holds, for every possible question. */
    public boolean holds() {
        return violations.isEmpty();
    }
}
