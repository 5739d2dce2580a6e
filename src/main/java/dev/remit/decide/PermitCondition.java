package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.util.List;
import java.util.Optional;

/**
 * A smallest set of unknowns that, once known to be as it says, makes an undetermined question permitted in every state of
 * the world that can be.
 *
 * @param category the work category under which it is permitted then; empty if the policy has none
 * @param route the route over which it is permitted then; empty if the policy has none
 * @param assumptions what has to be known, in the vocabulary's order; nothing if it only has to be a state that can be
 * @param alsoTell the names of further unknowns, sorted: whether the state can be hangs on them, whatever their values. A
 *     question that says these as well is permitted with all values that can be
 */
public record PermitCondition(
        Optional<Id.Category> category,
        Optional<Id.Route> route,
        List<ValueRestriction> assumptions,
        List<String> alsoTell) {
    public PermitCondition {
        requireNonNull(category, "category");
        requireNonNull(route, "route");
        assumptions = List.copyOf(assumptions);
        alsoTell = List.copyOf(alsoTell);
    }
}
