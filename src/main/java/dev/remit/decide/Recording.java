package dev.remit.decide;

import java.util.List;

/**
 * Has events recorded, and notes on each decision under which number it was.
 *
 * @param recorder the log
 */
record Recording(DecisionRecorder recorder) implements DecisionListener {
    @Override
    public void heard(DecisionEvent event) {
        heardAll(List.of(event));
    }

    @Override
    public void heardAll(List<DecisionEvent> events) {
        long first = recorder.record(events);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof DecisionEvent.Decided decided) {
                decided.decision().recorded(first + i);
            }
        }
    }
}
