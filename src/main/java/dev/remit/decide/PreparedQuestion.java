package dev.remit.decide;

/**
 * A question whose words are already resolved, for paths that ask the same thing again and again. Asking for its outcome
 * hashes no strings and allocates nothing, once a question has got this outcome before. Immutable and safe to share.
 *
 * <p>It stays what it was when prepared: a registered project's state at that moment, the policy of that decision point.
 * For questions that differ from request to request see {@link DecisionPoint#sheet}.
 */
public final class PreparedQuestion {
    private final Engine engine;
    private final Decision decision;
    private final int[] values;
    private final DecisionListener listener;

    PreparedQuestion(Engine engine, Decision decision, DecisionListener listener) {
        this.engine = engine;
        this.decision = decision;
        values = decision.assignment().values();
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
        Decision made = decision.by(engine, outcome());
        listener.decided(made);
        return made;
    }
}
