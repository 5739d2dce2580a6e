package dev.remit.diagram;

/**
 * A fact that guards, with a complete question that shows it: permitted as it stands, with the fact false; with the fact
 * true it is not permitted, and violates no constraint.
 *
 * @param fact the fact's index in the space
 * @param question for each variable in order its value's place
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Guard(int fact, int[] question) {}
