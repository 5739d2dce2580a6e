package dev.remit.decide;

/**
 * Sees every decision a decision point makes, for audit. Called on the asking thread before the asker gets the answer;
 * what it throws reaches the asker in place of the answer, so that nothing goes unrecorded.
 */
@FunctionalInterface
public interface DecisionListener {
    /** Takes note of a decision. */
    void decided(Decision decision);
}
