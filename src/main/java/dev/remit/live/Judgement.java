package dev.remit.live;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.decide.PolicyIdentity;
import dev.remit.live.source.Taken;
import java.util.List;
import java.util.Optional;

/** What became of a policy that was taken from the source. */
sealed interface Judgement {

    /** It cannot be read, or is faulty: no policy can be had from the source. */
    record Unsound(List<String> reasons) implements Judgement {
        public Unsound {
            reasons = List.copyOf(reasons);
        }
    }

    /** A policy, and how it compares with the one in force. */
    record Candidate(
            Taken taken, PolicyBundle bundle, PolicyIdentity identity, Optional<Long> sequence, Comparison comparison) {
        public Candidate {
            requireNonNull(taken, "taken");
            requireNonNull(bundle, "bundle");
            requireNonNull(identity, "identity");
            requireNonNull(sequence, "sequence");
            requireNonNull(comparison, "comparison");
        }

        Candidate with(Comparison other) {
            return new Candidate(taken, bundle, identity, sequence, other);
        }
    }

    /**
     * What a policy would change.
     *
     * @param direction whether it is {@code wider}, {@code narrower} or the {@code same}; empty if it was not compared
     * @param difference what changes, in sentences
     * @param signOff the digest of the difference that a sign-off approves
     */
    record Comparison(Optional<String> direction, List<String> difference, Optional<String> signOff) {
        static final Comparison NONE = new Comparison(Optional.empty(), List.of(), Optional.empty());
        static final Comparison SAME = new Comparison(Optional.of("same"), List.of(), Optional.empty());

        public Comparison {
            requireNonNull(direction, "direction");
            difference = List.copyOf(difference);
            requireNonNull(signOff, "signOff");
        }
    }

    /** It is sound, and may not come into force. */
    record Refused(Candidate candidate, List<String> reasons) implements Judgement {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** It is sound, and meant for a day still ahead. */
    record Early(Candidate candidate, String reason) implements Judgement {}

    /** It may come into force. */
    record Accepted(Candidate candidate) implements Judgement {}

    /** It is what is in force. */
    record Known(Candidate candidate) implements Judgement {}
}
