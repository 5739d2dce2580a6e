package dev.remit.testing;

import dev.remit.decide.Decision;
import org.assertj.core.api.Assertions;

/**
 * Where assertions about decisions begin.
 *
 * <pre>{@code
 * assertThat(decision).isPermitted().byRule("research-view-outputs").withObligations("log-operation");
 * }</pre>
 *
 * <p>A failure tells the whole reason at once: what was expected, and then the explanation of the decision as it is for
 * those who keep the policy. AssertJ's own assertions are here as well, so that one import serves both.
 */
@SuppressWarnings("exports") // of libraries that only users of this room have
public final class RemitAssertions extends Assertions {
    private RemitAssertions() {}

    /** Begins an assertion about a decision. */
    public static DecisionAssert assertThat(Decision actual) {
        return new DecisionAssert(actual);
    }
}
