package dev.remit.decide;

import dev.remit.model.Situation;

/**
 * A question whose words are already resolved, for paths that ask the same thing again and again. Deciding it hashes no
 * strings and allocates nothing. Immutable and safe to share.
 *
 * <p>It stays what it was when prepared: a registered project's state at that moment, the policy of that decision point.
 * No listener sees its outcomes; services that must record every decision ask the {@link DecisionPoint}.
 */
public final class PreparedQuestion {
    private final Engine engine;
    private final int[] values;

    PreparedQuestion(Engine engine, Situation situation) {
        this.engine = engine;
        values = situation.values();
    }

    /** What the policy says about it. */
    public Outcome outcome() {
        return engine.decide(values);
    }

    /** True only for a permit. */
    public boolean permitted() {
        return outcome().permitted();
    }
}
