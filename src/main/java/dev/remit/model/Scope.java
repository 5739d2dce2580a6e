package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A set of complete questions, and of ways they may be granted, as an invariant speaks of it. Sets left out of the file
 * stand here as every declared id; maps name only the registers that are spoken of.
 *
 * @param roles whom it speaks of
 * @param activities what they do
 * @param levels what they do it to
 * @param categories for which purposes; empty exactly when the policy declares no work categories
 * @param routes over which routes; empty exactly when the policy declares no routes
 * @param when the condition under which it speaks
 * @param asked for each register named, what may be asked about its patients
 * @param granted for each register named, how a grant may treat its patients
 * @param duties obligations a grant has to carry
 */
public record Scope(
        Set<Id.Role> roles,
        Set<Id.Activity> activities,
        Set<Id.Level> levels,
        Set<Id.Category> categories,
        Set<Id.Route> routes,
        Condition when,
        Map<Id.Register, List<OptOutRequest>> asked,
        Map<Id.Register, List<Treatment>> granted,
        Set<Id.Obligation> duties) {
    public Scope {
        roles = Sorted.set(roles);
        activities = Sorted.set(activities);
        levels = Sorted.set(levels);
        categories = Sorted.set(categories);
        routes = Sorted.set(routes);
        requireNonNull(when, "when");
        asked = Sorted.map(asked);
        granted = Sorted.map(granted);
        duties = Sorted.set(duties);
    }
}
