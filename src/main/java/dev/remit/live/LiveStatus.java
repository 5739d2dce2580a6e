package dev.remit.live;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.decide.PolicyIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a live policy is at one moment. Immutable.
 *
 * @param state its state
 * @param since when it came into that state
 * @param reasons why it is in that state, a sentence each; none if the source is in force
 * @param difference what the policy in the source would change, or the last one that came into force did change, in the
 *     sentences of {@code remit diff}; none if it changes nothing or could not be compared
 * @param notes what else an operator should know, a sentence each
 * @param lastError the last sentence that said why the source could not be read or was faulty, even if it is mended
 * @param sequence the sequence number of the packed bundle in force, if it was packed
 * @param identity the policy in force, or that was in force when the state expired; none before the first
 * @param bundle the same with all its parts
 */
public record LiveStatus(
        LiveState state,
        Instant since,
        List<String> reasons,
        List<String> difference,
        List<String> notes,
        Optional<String> lastError,
        Optional<Long> sequence,
        Optional<PolicyIdentity> identity,
        Optional<PolicyBundle> bundle) {
    public LiveStatus {
        requireNonNull(state, "state");
        requireNonNull(since, "since");
        reasons = List.copyOf(reasons);
        difference = List.copyOf(difference);
        notes = List.copyOf(notes);
        requireNonNull(lastError, "lastError");
        requireNonNull(sequence, "sequence");
        requireNonNull(identity, "identity");
        requireNonNull(bundle, "bundle");
    }

    /** Whether questions are answered. */
    public boolean answers() {
        return state != LiveState.EXPIRED;
    }

    /** Why it is in its state, in one text; empty if the source is in force. */
    public String reason() {
        return String.join("; ", reasons);
    }

    LiveStatus expired(Instant when, String reason) {
        return new LiveStatus(
                LiveState.EXPIRED, when, List.of(reason), difference, notes, lastError, sequence, identity, bundle);
    }

    /** Whether it says the same as another, apart from the times. */
    boolean saysTheSameAs(LiveStatus other) {
        return state == other.state
                && reasons.equals(other.reasons)
                && lastError.equals(other.lastError)
                && sequence.equals(other.sequence)
                && identity.equals(other.identity);
    }
}
