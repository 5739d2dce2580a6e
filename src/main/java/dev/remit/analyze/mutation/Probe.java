package dev.remit.analyze.mutation;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Decision;
import dev.remit.decide.Outcome;
import java.util.List;
import java.util.function.Supplier;

/**
 * One expectation of a suite: a question with its decision, or with one in each of several roles, and whether another
 * policy would still answer as expected.
 *
 * @param name the name of the case
 * @param decisions the decisions under the policy as it is, at least one
 * @param expected the expectation; probes with equal expectations should share one object
 */
public record Probe(String name, List<Decision> decisions, Expected expected) {
    public Probe {
        requireNonNull(name, "name");
        decisions = List.copyOf(decisions);
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException("decisions: expected at least one");
        }
        requireNonNull(expected, "expected");
    }

    /** An expectation about the answers. It always judges the same answers alike. */
    @FunctionalInterface
    public interface Expected {
        /**
         * Whether the answers are as expected.
         *
         * @param outcomes the answers, one for each decision
         * @param missing gives the names of the unknowns that the first answer depends on; to be called only if the
         *     expectation is about them
         */
        boolean isMetBy(List<Outcome> outcomes, Supplier<List<String>> missing);
    }
}
