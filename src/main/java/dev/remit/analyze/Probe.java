package dev.remit.analyze;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Decision;
import java.util.function.Predicate;

/**
 * One expectation of a suite: a question with its decision, and whether another decision on the same question would
 * still be as expected.
 *
 * @param name what the case is called
 * @param decision the decision under the policy as it is
 * @param passes whether a decision meets the expectation
 */
public record Probe(String name, Decision decision, Predicate<Decision> passes) {
    public Probe {
        requireNonNull(name, "name");
        requireNonNull(decision, "decision");
        requireNonNull(passes, "passes");
    }
}
