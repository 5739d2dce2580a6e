package dev.remit.decide;

import java.util.List;

/**
 * A log that takes events before the asker gets an answer. It is called on the asking thread; if it throws, there is no answer
 * but a {@link ListenerFailedException}. Implementations must be safe to call from several threads.
 */
@FunctionalInterface
public interface DecisionRecorder {
    /**
     * Records what one call of the asker brought about, together and in order, each event under the next number. Returns
     * once the records are as safe as the log promises.
     *
     * @return the number of the first
     */
    long record(List<DecisionEvent> events);
}
