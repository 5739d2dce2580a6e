package dev.remit.diagram;

/**
 * A store of finished diagrams in two storeys: above, all choices and the attributes of many values; below, patterns of
 * everything else with rules filled in. Equal functions are the same number of the upper storey. Several compilers may
 * share one, so that what they build can be compared.
 */
final class Told {
    final Patterns patterns;
    final Forest<Filled> choices;
    final Forest<Filled>.Operation overKnowledge;
    final Forest<Filled>.Operation overChoices;

    /** Makes an empty store with room for so many nodes in each storey. */
    Told(int budget) {
        patterns = new Patterns(budget);
        choices = new Forest<>(budget);
        overKnowledge = choices.liftAll(patterns::overKnowledge);
        overChoices = choices.liftAll(patterns::overChoices);
    }

    /** What is said at the leaf of a pattern. */
    Leaf leaf(Filled filled, int leaf) {
        return patterns.forest().value(leaf).placed(filled.rules());
    }
}
