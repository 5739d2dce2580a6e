package dev.remit.diagram;

import dev.remit.model.Space;

/**
 * A store of finished diagrams in two parts: above, all choices and the attributes of many values; below, patterns of
 * everything else with claims filled in. Equal functions are the same number of the upper part. Several compilers may
 * share one, so that what they build can be compared.
 */
final class DiagramStore {
    final PatternArguments claims;
    final Patterns patterns;
    final Forest<PatternInstance> choices;
    final Forest<PatternInstance>.Operation overKnowledge;
    final Forest<PatternInstance>.Operation overChoices;

    /** Makes an empty store for diagrams over a space, with room for so many nodes in each part. */
    DiagramStore(Space space, int budget) {
        claims = new PatternArguments(space);
        patterns = new Patterns(budget);
        choices = new Forest<>(budget);
        overKnowledge = choices.liftAll(patterns::overKnowledge);
        overChoices = choices.liftAll(patterns::overChoices);
    }

    /** How much of the budget is used. */
    int used() {
        return Math.max(choices.used(), patterns.forest().used());
    }

    /** What is said at the leaf of a pattern. */
    Leaf leaf(PatternInstance filled, int leaf) {
        return patterns.forest().value(leaf).filled(claims, filled.claims());
    }
}
