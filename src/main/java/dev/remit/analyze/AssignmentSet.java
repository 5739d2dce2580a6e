package dev.remit.analyze;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.ValueRestriction;
import dev.remit.model.Assignment;
import java.math.BigInteger;
import java.util.List;

/**
 * Situations that one sentence describes: those in which all that is named here holds.
 *
 * @param so what each thing may be; what is named nowhere may be anything
 * @param eithers what can be in one way or in another
 * @param covers how many complete questions there are of this kind, without those that cannot be
 * @param question one of them
 */
public record AssignmentSet(List<ValueRestriction> so, List<Either> eithers, BigInteger covers, Assignment question) {
    public AssignmentSet {
        so = List.copyOf(so);
        eithers = List.copyOf(eithers);
        requireNonNull(covers, "covers");
        requireNonNull(question, "question");
    }

    /**
     * A few things that hang together.
     *
     * @param ways the ways they can be, any of which will do; a way is that all its assumptions hold
     */
    public record Either(List<List<ValueRestriction>> ways) {
        public Either {
            ways = ways.stream().map(List::copyOf).toList();
        }
    }
}
