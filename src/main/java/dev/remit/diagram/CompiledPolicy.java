package dev.remit.diagram;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Policy;
import dev.remit.model.Space;

/**
 * A policy with its diagram. Made by compiling alone, so that no policy ever answers by another's rules; a snapshot of
 * this library's own jar takes up what the build compiled. Immutable and safe to share.
 */
public final class CompiledPolicy {
    private final Policy policy;
    private final Diagram diagram;

    /** Holds a policy with the diagram that was made of it. */
    CompiledPolicy(Policy policy, Diagram diagram) {
        this.policy = requireNonNull(policy, "policy");
        this.diagram = requireNonNull(diagram, "diagram");
    }

    /**
     * Compiles a policy.
     *
     * @param policy a policy that loaded without errors
     * @throws DiagramTooLarge if the policy needs more nodes than are allowed
     */
    public static CompiledPolicy of(Policy policy) {
        return new CompiledPolicy(
                policy, Diagram.compile(policy, Space.of(policy.vocabulary()), Diagram.DEFAULT_BUDGET));
    }

    /** Takes up a policy whose diagram was compiled before; for snapshots alone. */
    public static CompiledPolicy restored(Policy policy, Diagram.Packed packed) {
        return new CompiledPolicy(policy, Diagram.of(Space.of(policy.vocabulary()), packed));
    }

    /** The policy. */
    public Policy policy() {
        return policy;
    }

    /** The space of its questions. */
    public Space space() {
        return diagram.space();
    }

    /** Its diagram. */
    public Diagram diagram() {
        return diagram;
    }
}
