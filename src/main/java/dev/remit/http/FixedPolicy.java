package dev.remit.http;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.decide.DecisionPoint;
import java.time.Instant;
import java.util.Optional;

/** A policy that was read once and stays. */
public final class FixedPolicy implements Served {
    private final PolicyBundle bundle;
    private final DecisionPoint decisions;
    private final Instant since;

    /**
     * Serves a bundle.
     *
     * @param decisions its decision point, heard by whoever has to hear it
     * @param since when it was read
     */
    public FixedPolicy(PolicyBundle bundle, DecisionPoint decisions, Instant since) {
        this.bundle = requireNonNull(bundle, "bundle");
        this.decisions = requireNonNull(decisions, "decisions");
        this.since = requireNonNull(since, "since");
    }

    @Override
    public DecisionPoint decisions() {
        return decisions;
    }

    @Override
    public Optional<PolicyBundle> bundle() {
        return Optional.of(bundle);
    }

    @Override
    public Standing standing() {
        return new Standing("LOADED", true, since, Optional.empty(), Optional.empty());
    }
}
