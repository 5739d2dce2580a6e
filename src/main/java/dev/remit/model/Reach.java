package dev.remit.model;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/**
 * Which questions a rule is about, or a claim of an invariant: sets of roles, activities, levels, work categories and
 * routes. The sets are complete: one left out of a file stands here as every declared id, "all except" as what remains.
 *
 * @param roles who acts
 * @param activities what they do
 * @param levels what they do it to
 * @param categories for which purposes; empty exactly when the policy declares no work categories
 * @param routes over which routes; empty exactly when the policy declares no routes
 */
public record Reach(
        Set<Id.Role> roles,
        Set<Id.Activity> activities,
        Set<Id.Level> levels,
        Set<Id.Category> categories,
        Set<Id.Route> routes) {
    public Reach {
        roles = Sorted.set(roles);
        activities = Sorted.set(activities);
        levels = Sorted.set(levels);
        categories = Sorted.set(categories);
        routes = Sorted.set(routes);
    }

    /**
     * The set of one dimension.
     *
     * @throws IllegalArgumentException if the kind is no {@linkplain Variable.Kind#isDimension dimension}
     */
    public Set<? extends Id> set(Variable.Kind dimension) {
        return switch (dimension) {
            case ROLE -> roles;
            case ACTIVITY -> activities;
            case LEVEL -> levels;
            case CATEGORY -> categories;
            case ROUTE -> routes;
            case ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> throw noDimension(dimension);
        };
    }

    /**
     * This reach with another set in one dimension.
     *
     * @param words the ids of the new set
     * @throws IllegalArgumentException if the kind is no {@linkplain Variable.Kind#isDimension dimension}
     */
    public Reach with(Variable.Kind dimension, Collection<String> words) {
        return switch (dimension) {
            case ROLE -> new Reach(ids(words, Id.Role::new), activities, levels, categories, routes);
            case ACTIVITY -> new Reach(roles, ids(words, Id.Activity::new), levels, categories, routes);
            case LEVEL -> new Reach(roles, activities, ids(words, Id.Level::new), categories, routes);
            case CATEGORY -> new Reach(roles, activities, levels, ids(words, Id.Category::new), routes);
            case ROUTE -> new Reach(roles, activities, levels, categories, ids(words, Id.Route::new));
            case ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> throw noDimension(dimension);
        };
    }

    /** Whether a situation can lie within this reach; a dimension that it leaves open is no hindrance. */
    public boolean covers(Assignment assignment) {
        for (Variable each : assignment.space().dimensions()) {
            if (!assignment.isOpen(each) && !contains(each, assignment.value(each))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value of a dimension, by its place, is in this reach. */
    public boolean contains(Variable dimension, int value) {
        String word = dimension.values().get(value);
        return switch (dimension.kind()) {
            case ROLE -> roles.contains(new Id.Role(word));
            case ACTIVITY -> activities.contains(new Id.Activity(word));
            case LEVEL -> levels.contains(new Id.Level(word));
            case CATEGORY -> categories.contains(new Id.Category(word));
            case ROUTE -> routes.contains(new Id.Route(word));
            case ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> throw noDimension(dimension.kind());
        };
    }

    private static <I extends Id> Set<I> ids(Collection<String> words, Function<String, I> id) {
        return Sorted.set(words.stream().map(id).toList());
    }

    private static IllegalArgumentException noDimension(Variable.Kind kind) {
        return new IllegalArgumentException("dimension: rules list no sets of " + kind);
    }
}
