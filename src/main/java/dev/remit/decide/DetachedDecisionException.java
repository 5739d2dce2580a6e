package dev.remit.decide;

/**
 * A decision was asked for what only the decision point that made it can say, and there is no way back to that one: the
 * decision was read back from elsewhere or made by hand, or its decision point is gone.
 */
public final class DetachedDecisionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private DetachedDecisionException(String message) {
        super(message);
    }

    static DetachedDecisionException none() {
        return new DetachedDecisionException(
                "decision: it has no receipt, as no decision point of this program made it; "
                        + "put its question to one and use the answer");
    }

    static DetachedDecisionException gone() {
        return new DetachedDecisionException(
                "decision: the decision point that made it is gone, and this was not worked out "
                        + "before; put its question to another one");
    }
}
