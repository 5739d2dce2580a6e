package dev.remit.testing;

import dev.remit.decide.Decision;
import org.assertj.core.api.Assertions;

/**
 * The entry point for assertions about decisions.
 *
 * <pre>{@code
 * assertThat(decision).isPermitted().byRule("research-view-outputs").withObligations("log-operation");
 * }</pre>
 *
 * <p>A failure reports the expectation, followed by the explanation of the decision for administrators. AssertJ's own
 * assertions are inherited, so that one import serves both.
 */
@SuppressWarnings("exports") // of libraries that only users of this room have
public final class RemitAssertions extends Assertions {
    private RemitAssertions() {}

    /** Begins an assertion about a decision. */
    public static DecisionAssert assertThat(Decision actual) {
        return new DecisionAssert(actual);
    }
}
