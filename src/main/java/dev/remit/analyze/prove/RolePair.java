package dev.remit.analyze.prove;

import dev.remit.model.Assignment;
import dev.remit.model.Variable;
import java.util.Optional;

/** Two things to be found in two roles of one person, each a set of questions over the states that a person can be in. */
interface RolePair {
    /** Whether a role reaches something of either in some state. */
    boolean concerns(Variable role, int value);

    /** Whether something of the first is reached in a state. */
    boolean oneIsReached(Assignment state);

    /** Whether something of the second is reached in a state. */
    boolean otherIsReached(Assignment state);

    /** A question of each, if both are reached: the first in one state, the second in the other. */
    Optional<Questions> together(Assignment one, Assignment other);

    /** A question of each of the two things. */
    record Questions(Assignment one, Assignment other) {}
}
