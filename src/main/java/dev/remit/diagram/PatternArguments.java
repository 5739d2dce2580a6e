package dev.remit.diagram;

import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.Optional;

/**
 * What is filled into a pattern, as numbers: a rule with the category and the route it was chosen for. They are ordered by
 * rule, then category, then route.
 */
final class PatternArguments {
    private static final int NONE = -1;

    private final int categories;
    private final int routes;

    PatternArguments(Space space) {
        categories = choices(space.category());
        routes = choices(space.route());
    }

    private static int choices(Optional<Variable> variable) {
        return 1 + variable.map(Variable::size).orElse(0);
    }

    /** A rule that permits something for a category, -1 if there are none, over a route, -1 if there are none. */
    long of(int rule, int category, int route) {
        return ((long) rule * categories + (category - NONE)) * routes + (route - NONE);
    }

    /** A rule that forbids, whatever was chosen. */
    long of(int rule) {
        return of(rule, NONE, NONE);
    }

    int rule(long claim) {
        return (int) (claim / routes / categories);
    }

    int category(long claim) {
        return (int) (claim / routes % categories) + NONE;
    }

    int route(long claim) {
        return (int) (claim % routes) + NONE;
    }
}
