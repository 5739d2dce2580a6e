package dev.remit.decide;

/**
 * Whether a decision may still be enforced: that its policy is in force, or was replaced so lately that the decision
 * counts. Asked at each {@link Decision#enforce}, on the thread of the caller; implementations must be safe to call from
 * several threads.
 */
@FunctionalInterface
public interface Validity {
    /** Whether a decision, permitted or not, may be enforced now. */
    boolean holds(Decision decision);
}
