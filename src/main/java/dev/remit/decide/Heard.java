package dev.remit.decide;

import java.util.OptionalLong;

/** What listeners hear of a decision, and under which number it was recorded. Only decisions that are heard have one. */
final class Heard {
    private static final long UNRECORDED = -1;

    private final DecisionEvent.Decided event;
    private volatile long number = UNRECORDED;

    private Heard(DecisionEvent.Decided event) {
        this.event = event;
    }

    static Heard of(Decision decision, Receipt receipt) {
        return new Heard(new DecisionEvent.Decided(decision, receipt.personId()));
    }

    DecisionEvent.Decided event() {
        return event;
    }

    void recorded(long under) {
        number = under;
    }

    OptionalLong record() {
        long known = number;
        return known == UNRECORDED ? OptionalLong.empty() : OptionalLong.of(known);
    }
}
