package dev.remit.decide;

import java.util.ArrayList;
import java.util.List;

/** The listeners of a decision point, in the order in which they were added. Immutable. */
final class Listeners {
    /** Nobody listens. */
    static final Listeners NONE = new Listeners(List.of());

    private final List<DecisionListener> all;

    private Listeners(List<DecisionListener> all) {
        this.all = all;
    }

    Listeners and(DecisionListener another) {
        List<DecisionListener> more = new ArrayList<>(all);
        more.add(another);
        return new Listeners(List.copyOf(more));
    }

    Listeners recordedBy(DecisionRecorder recorder) {
        if (areRecorded()) {
            throw new IllegalStateException(
                    "recorder: a decision point is recorded by one log, and this one is already");
        }
        return and(new Recording(recorder));
    }

    /** Whether one of them is a log. */
    boolean areRecorded() {
        return all.stream()
                .anyMatch(each ->
                        each instanceof Recording || (each instanceof Gathering gathering && gathering.isRecorded()));
    }

    /** Whether nobody listens, so that no event need be made. */
    boolean areNone() {
        return all.isEmpty();
    }

    /**
     * Tells every listener what one call brought about.
     *
     * @throws ListenerFailedException if a listener throws; those added after it hear nothing
     */
    void hear(List<DecisionEvent> events) {
        for (DecisionListener each : all) {
            try {
                each.heardAll(events);
            } catch (ListenerFailedException within) {
                throw within;
            } catch (RuntimeException thrown) {
                throw new ListenerFailedException(each, thrown);
            }
        }
    }
}
