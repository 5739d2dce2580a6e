package dev.remit.decide;

import dev.remit.model.Situation;
import java.time.Instant;
import java.util.Optional;

/**
 * A question whose words are already resolved, for paths that ask the same thing again and again. Asking for its outcome
 * hashes no strings and allocates nothing, once a question has got this outcome before. Immutable and safe to share.
 *
 * <p>It stays what it was when prepared: a registered project's state at that moment, the policy of that decision point.
 * For questions that differ from request to request see {@link DecisionPoint#sheet}.
 */
public final class PreparedQuestion {
    private final Engine engine;
    private final Situation situation;
    private final int[] values;
    private final Question question;
    private final Instant at;
    private final DecisionListener listener;

    PreparedQuestion(Engine engine, Situation situation, Question question, Instant at, DecisionListener listener) {
        this.engine = engine;
        this.situation = situation;
        values = situation.values();
        this.question = question;
        this.at = at;
        this.listener = listener;
    }

    /** What the policy says about it. No listener hears of it. */
    public Outcome outcome() {
        return engine.decide(values);
    }

    /** True only for a permit; the quickest answer there is. No listener hears of it. */
    public boolean permitted() {
        return engine.permits(values);
    }

    /** The decision, which remembers the question, for the instant it was prepared at. The listener hears of it. */
    public Decision decide() {
        Decision decision = new Decision(engine, engine.decide(values), situation, question, Optional.empty(), at);
        listener.decided(decision);
        return decision;
    }
}
