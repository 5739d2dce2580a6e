package dev.remit.model;

import static java.util.Objects.requireNonNull;

/**
 * What a route does about the patients of one opt-out register, with what the rules of the policy make of it.
 *
 * @param mode the mode
 * @param mayHold for outputs, the condition under which these patients can be in them; else it never holds
 */
public record RouteMode(Mode mode, Condition mayHold) {
    /** The register has no bearing. */
    public static final RouteMode NOT_APPLICABLE = new RouteMode(Mode.NOT_APPLICABLE, Condition.NEVER);

    public RouteMode {
        requireNonNull(mode, "mode");
        requireNonNull(mayHold, "mayHold");
    }
}
