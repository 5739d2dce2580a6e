package dev.remit.http;

import dev.remit.PolicyBundle;
import dev.remit.decide.DecisionPoint;
import java.time.Instant;
import java.util.Optional;

/** The policy that a server answers by, which may change while the server runs. Safe to share between threads. */
public interface Served {

    /**
     * The decision point in force, heard by whoever has to hear it. A request is answered by one of them.
     *
     * @throws UnavailableException if nothing may be answered now
     */
    DecisionPoint decisions() throws UnavailableException;

    /** The bundle in force, or that was in force last; empty before the first. */
    Optional<PolicyBundle> bundle();

    /** How things stand. */
    Standing standing();

    /**
     * How a policy stands to its source.
     *
     * @param state {@code LOADED}, {@code STALE}, {@code WAITING} or {@code EXPIRED}
     * @param answers whether questions are answered
     * @param since when it came into that state
     * @param reason why it is in that state; empty if the source is in force
     * @param lastError why the source could not be read or was faulty last, if it ever was
     */
    record Standing(
            String state, boolean answers, Instant since, Optional<String> reason, Optional<String> lastError) {}
}
