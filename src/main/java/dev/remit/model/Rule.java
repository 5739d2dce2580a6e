package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule: for which questions it speaks and what it says about them. The sets are complete: a set left out of the
 * policy file stands here as every declared id, "all except" as what remains.
 *
 * @param id the rule's name, unique in the policy
 * @param effect permit or forbid
 * @param title what a reader calls it; empty if the policy gives none
 * @param because the reason given for it; empty if the policy gives none
 * @param roles whom it speaks of
 * @param activities what they do
 * @param levels what they do it to
 * @param categories for which purposes; empty exactly when the policy declares no work categories
 * @param routes over which routes; empty exactly when the policy declares no routes
 * @param when the condition under which it applies
 * @param stances for a permit, the stance for every register that has a bearing on it
 * @param obligations for a permit, the duties of this rule alone
 * @param cites the clauses and rulings it implements
 */
public record Rule(
        Id.Rule id,
        Effect effect,
        String title,
        String because,
        Set<Id.Role> roles,
        Set<Id.Activity> activities,
        Set<Id.Level> levels,
        Set<Id.Category> categories,
        Set<Id.Route> routes,
        Condition when,
        Map<Id.Register, Stance> stances,
        Set<Id.Obligation> obligations,
        List<Id.Citation> cites) {
    public Rule {
        requireNonNull(id, "id");
        requireNonNull(effect, "effect");
        requireNonNull(title, "title");
        requireNonNull(because, "because");
        roles = Sorted.set(roles);
        activities = Sorted.set(activities);
        levels = Sorted.set(levels);
        categories = Sorted.set(categories);
        routes = Sorted.set(routes);
        requireNonNull(when, "when");
        stances = Sorted.map(stances);
        obligations = Sorted.set(obligations);
        cites = List.copyOf(cites);
    }

    /** This rule with the other effect; stances and obligations belong to permits, so they are given anew. */
    public Rule withEffect(Effect other) {
        return new Rule(
                id,
                other,
                title,
                because,
                roles,
                activities,
                levels,
                categories,
                routes,
                when,
                Map.of(),
                Set.of(),
                cites);
    }

    /** This rule speaking of other roles. */
    public Rule withRoles(Set<Id.Role> other) {
        return new Rule(
                id,
                effect,
                title,
                because,
                other,
                activities,
                levels,
                categories,
                routes,
                when,
                stances,
                obligations,
                cites);
    }

    /** This rule speaking of other activities. */
    public Rule withActivities(Set<Id.Activity> other) {
        return new Rule(
                id,
                effect,
                title,
                because,
                roles,
                other,
                levels,
                categories,
                routes,
                when,
                stances,
                obligations,
                cites);
    }

    /** This rule speaking of other levels. */
    public Rule withLevels(Set<Id.Level> other) {
        return new Rule(
                id,
                effect,
                title,
                because,
                roles,
                activities,
                other,
                categories,
                routes,
                when,
                stances,
                obligations,
                cites);
    }

    /** This rule speaking of other work categories. */
    public Rule withCategories(Set<Id.Category> other) {
        return new Rule(
                id,
                effect,
                title,
                because,
                roles,
                activities,
                levels,
                other,
                routes,
                when,
                stances,
                obligations,
                cites);
    }

    /** This rule speaking of other routes. */
    public Rule withRoutes(Set<Id.Route> other) {
        return new Rule(
                id,
                effect,
                title,
                because,
                roles,
                activities,
                levels,
                categories,
                other,
                when,
                stances,
                obligations,
                cites);
    }

    /** This rule under another condition. */
    public Rule withWhen(Condition other) {
        return new Rule(
                id,
                effect,
                title,
                because,
                roles,
                activities,
                levels,
                categories,
                routes,
                other,
                stances,
                obligations,
                cites);
    }

    /** This rule with other stances. */
    public Rule withStances(Map<Id.Register, Stance> other) {
        return new Rule(
                id,
                effect,
                title,
                because,
                roles,
                activities,
                levels,
                categories,
                routes,
                when,
                other,
                obligations,
                cites);
    }

    /** This rule with other duties. */
    public Rule withObligations(Set<Id.Obligation> other) {
        return new Rule(
                id, effect, title, because, roles, activities, levels, categories, routes, when, stances, other, cites);
    }
}
