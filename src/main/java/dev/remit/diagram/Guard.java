package dev.remit.diagram;

/**
 * A fact that guards, with a complete question that shows it: permitted as it stands, with the fact false, or what it is
 * if unsaid; with another value of the fact it is not permitted, and violates no constraint.
 *
 * @param fact the fact's index in the space
 * @param value the place of a value with which the question is not permitted
 * @param question for each variable in order its value's place
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Guard(int fact, int value, int[] question) {}
