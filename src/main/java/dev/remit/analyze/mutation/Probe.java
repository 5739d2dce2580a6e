package dev.remit.analyze.mutation;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Decision;
import dev.remit.decide.Outcome;
import java.util.List;
import java.util.function.Supplier;

/**
 * One expectation of a suite: a question with its decision, and whether another policy would still answer as expected.
 *
 * @param name the name of the case
 * @param decision the decision under the policy as it is
 * @param expected the expectation; probes with equal expectations should share one object
 */
public record Probe(String name, Decision decision, Expected expected) {
    public Probe {
        requireNonNull(name, "name");
        requireNonNull(decision, "decision");
        requireNonNull(expected, "expected");
    }

    /** An expectation about an answer. It always judges the same answer alike. */
    @FunctionalInterface
    public interface Expected {
        /**
         * Whether an answer is as expected.
         *
         * @param outcome the answer
         * @param missing gives the names of the unknowns that the answer depends on; to be called only if the
         *     expectation is about them
         */
        boolean isMetBy(Outcome outcome, Supplier<List<String>> missing);
    }
}
