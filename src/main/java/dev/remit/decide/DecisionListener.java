package dev.remit.decide;

import java.util.List;

/**
 * Hears what a decision point does, for audit: every answer, every enforcement, every question that got no answer.
 *
 * <p>It is called on the asking thread, before the asker gets the answer. If it throws, there is no answer but a
 * {@link ListenerFailedException}, so that nothing goes unrecorded. Implementations must be safe to call from several
 * threads.
 */
@FunctionalInterface
public interface DecisionListener {
    /** Takes note of an event. */
    void heard(DecisionEvent event);

    /**
     * Takes note of everything that one call of the asker brought about, in order: the decisions in several roles, or a
     * decision together with its enforcement. One by one, unless a listener that writes knows better.
     */
    default void heardAll(List<DecisionEvent> events) {
        events.forEach(this::heard);
    }
}
