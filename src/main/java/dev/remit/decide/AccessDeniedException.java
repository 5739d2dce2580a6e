package dev.remit.decide;

import static java.util.Objects.requireNonNull;

/** An enforcement point must not let this through. Carries the decision. */
public final class AccessDeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Decision decision;

    AccessDeniedException(String message, Decision decision) {
        super(message);
        this.decision = requireNonNull(decision, "decision");
    }

    /** The decision that was to be enforced. */
    public Decision decision() {
        return decision;
    }
}
