package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.ChangedBy;
import java.util.List;
import java.util.Optional;

/**
 * A smallest set of changes that would turn a denial into a permit: leaving out any one of them would not do.
 *
 * @param steps the changes, in the vocabulary's order
 */
public record Counterfactual(List<Step> steps) {
    public Counterfactual {
        steps = List.copyOf(steps);
    }

    /**
     * One thing that would have to be different, or that is unknown and would have to be so.
     *
     * @param needed how it would have to be
     * @param by who could change it; nobody for a fact of the moment, which may come to be so; empty where nobody has to,
     *     since it is only unknown
     */
    public record Step(ValueRestriction needed, Optional<ChangedBy> by) {
        public Step {
            requireNonNull(needed, "needed");
            requireNonNull(by, "by");
        }
    }
}
