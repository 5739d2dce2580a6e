package consumer;

import dev.remit.Remit;
import dev.remit.decide.Decision;
import dev.remit.decide.Question;

/** Asks the policy in the jar one question, as a stranger would. */
public final class Consumer {

    private Consumer() {}

    /**
     * Fails unless the answer is the one that the policy gives.
     *
     * @param arguments how this program was started, for its output
     */
    public static void main(String[] arguments) {
        Decision decision = Remit.embedded("opensafely")
                .decisionPoint()
                .decide(Question.may("researcher")
                        .perform("view")
                        .onLevel("4")
                        .forProject("156")
                        .in("research-project")
                        .via("secure-environment")
                        .given("named-on-project", "secure-environment-access")
                        .closed());

        System.out.println("On the " + arguments[0] + ": " + decision.explain().forRequester());
        if (!decision.permitted()) {
            throw new IllegalStateException("expected PERMITTED, found " + decision.answer());
        }
    }
}
