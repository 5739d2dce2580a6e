package dev.remit.analyze.mutation;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Decision;
import dev.remit.decide.Outcome;
import java.util.List;
import java.util.function.Supplier;

/**
 * One expectation of a suite: a question with its decision, and whether another policy would still answer as expected.
 *
 * @param name what the case is called
 * @param decision the decision under the policy as it is
 * @param expected what is expected; probes that expect the same are best given the same object
 */
public record Probe(String name, Decision decision, Expected expected) {
    public Probe {
        requireNonNull(name, "name");
        requireNonNull(decision, "decision");
        requireNonNull(expected, "expected");
    }

    /** What is expected of an answer. It always says the same of the same answer. */
    @FunctionalInterface
    public interface Expected {
        /**
         * Whether an answer is as expected.
         *
         * @param outcome the answer
         * @param missing gives the names of the unknowns it hangs on; to be asked only where something is expected of them
         */
        boolean isMetBy(Outcome outcome, Supplier<List<String>> missing);
    }
}
