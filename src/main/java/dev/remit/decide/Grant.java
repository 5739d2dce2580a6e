package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One rule permitting what was asked under one choice of category and route. Whoever acts, acts under one grant, with
 * its population and its duties.
 *
 * @param rule the permitting rule
 * @param always whether the rule permits it in every state the question leaves possible, or only in some of them beside
 *     other rules
 * @param category the work category; empty if the policy has none
 * @param route the route; empty if the policy has none
 * @param population the entry of every opt-out register
 * @param obligations the duties of the rule, the category and the route together
 */
public record Grant(
        Id.Rule rule,
        boolean always,
        Optional<Id.Category> category,
        Optional<Id.Route> route,
        Map<Id.Register, PopulationEntry> population,
        Set<Id.Obligation> obligations) {
    public Grant {
        requireNonNull(rule, "rule");
        requireNonNull(category, "category");
        requireNonNull(route, "route");
        population = Id.sorted(population);
        obligations = Id.sorted(obligations);
    }
}
