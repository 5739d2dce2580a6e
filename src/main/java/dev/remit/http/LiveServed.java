package dev.remit.http;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.decide.DecisionPoint;
import dev.remit.live.LivePolicy;
import dev.remit.live.LiveStatus;
import dev.remit.live.NotInForceException;
import java.util.Optional;

/** A policy that changes while it is served. */
public final class LiveServed implements Served {
    private final LivePolicy live;

    /** Serves a live policy, which whoever started it closes. */
    public LiveServed(LivePolicy live) {
        this.live = requireNonNull(live, "live");
    }

    @Override
    public DecisionPoint decisions() throws UnavailableException {
        try {
            return live.decisions().now();
        } catch (NotInForceException nothing) {
            throw new UnavailableException(String.valueOf(nothing.getMessage()));
        }
    }

    @Override
    public Optional<PolicyBundle> bundle() {
        return live.status().bundle();
    }

    @Override
    public Standing standing() {
        LiveStatus status = live.status();
        return new Standing(
                status.state().name(),
                status.answers(),
                status.since(),
                Optional.of(status.reason()).filter(reason -> !reason.isEmpty()),
                status.lastError());
    }
}
