package dev.remit.decide;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds events back until everything that was to be asked together is answered. What happens later to those decisions is heard at
 * once. Safe to share between threads.
 */
final class Gathering implements DecisionListener {
    private final Listeners listeners;
    private final List<DecisionEvent> held = new ArrayList<>();
    private boolean isOver;

    Gathering(Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public void heard(DecisionEvent event) {
        heardAll(List.of(event));
    }

    @Override
    public void heardAll(List<DecisionEvent> events) {
        if (!isHeld(events)) {
            listeners.hear(events);
        }
    }

    private synchronized boolean isHeld(List<DecisionEvent> events) {
        return !isOver && held.addAll(events);
    }

    /** Holds back no more; what was held back until now. */
    synchronized List<DecisionEvent> end() {
        isOver = true;
        return List.copyOf(held);
    }

    boolean isRecorded() {
        return listeners.areRecorded();
    }
}
