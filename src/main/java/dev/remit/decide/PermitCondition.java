package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.util.List;
import java.util.Optional;

/**
 * A smallest set of unknowns that, once known to be as it says, makes an undetermined question permitted.
 *
 * @param category the work category under which it is permitted then; empty if the policy has none
 * @param route the route over which it is permitted then; empty if the policy has none
 * @param assumptions what has to be known, in the vocabulary's order
 */
public record PermitCondition(
        Optional<Id.Category> category, Optional<Id.Route> route, List<ValueRestriction> assumptions) {
    public PermitCondition {
        requireNonNull(category, "category");
        requireNonNull(route, "route");
        assumptions = List.copyOf(assumptions);
    }
}
