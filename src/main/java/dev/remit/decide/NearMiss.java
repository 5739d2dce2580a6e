package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.util.List;

/**
 * A permit rule that came near to matching, and exactly what it lacks.
 *
 * @param rule the rule
 * @param lacks how things would have to be for the rule to permit what was asked
 */
public record NearMiss(Id.Rule rule, List<ValueRestriction> lacks) {
    public NearMiss {
        requireNonNull(rule, "rule");
        lacks = List.copyOf(lacks);
    }
}
