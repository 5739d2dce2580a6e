package dev.remit.decide;

import java.time.Instant;
import java.util.Optional;

/**
 * A question whose words are already resolved, for paths that ask the same thing again and again. Where nobody listens,
 * asking for its outcome hashes no strings and allocates nothing, once a question has got this outcome before. Listeners
 * hear of every answer. Immutable and safe to share.
 *
 * <p>It stays what it was when prepared: a registered project's state at that moment, the policy of that decision point.
 * For questions that differ from request to request see {@link DecisionPoint#buffer}.
 */
public final class PreparedQuestion {
    private final Engine engine;
    private final Question question;
    private final Instant at;
    private final Receipt receipt;
    private final Optional<PolicyIdentity> policy;
    private final int[] values;
    private final boolean isHeard;

    /**
     * A question that was resolved.
     *
     * @param policy the policy with the registers that were asked; empty if these are the bundle's own
     */
    PreparedQuestion(Engine engine, Question question, Instant at, Receipt receipt, Optional<PolicyIdentity> policy) {
        this.engine = engine;
        this.question = question;
        this.at = at;
        this.receipt = receipt;
        this.policy = policy;
        values = receipt.assignment().values();
        isHeard = receipt.issuer().isHeard();
    }

    /** What the policy says about it. */
    public Outcome outcome() {
        return isHeard ? decide().outcome() : engine.decide(values);
    }

    /** True only for a permit; the quickest answer there is where nobody listens. */
    public boolean permitted() {
        return isHeard ? decide().permitted() : engine.permits(values);
    }

    /** The decision, which remembers the question, for the instant it was prepared at. */
    public Decision decide() {
        Decision made = made();
        made.announce();
        return made;
    }

    /**
     * Decides, and lets through exactly what is permitted and taken care of. Listeners hear of both together.
     *
     * @param handled the duties carried out and the population entries acted on
     * @return the grant under which to act
     * @throws NotLetThroughException as from {@link Decision#enforce}
     * @throws InvalidHandledException if the policy does not know what is said to be handled
     */
    public Grant enforce(Handled handled) {
        return made().enforcement(handled, true).find().grant();
    }

    private Decision made() {
        return Decision.made(question, engine.decide(values), at, receipt, policy);
    }
}
