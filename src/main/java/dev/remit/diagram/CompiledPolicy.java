package dev.remit.diagram;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A policy with its diagram. Made by compiling alone, so that no policy ever answers by another's rules; a snapshot of
 * this library's own jar takes up what the build compiled. Immutable and safe to share.
 */
public final class CompiledPolicy {
    /** How many nodes each store of a compilation, or of a set of questions, may need. */
    public static final int ALLOWED = 1_000_000;

    private final Policy policy;
    private final Diagram diagram;
    private final int used;
    private final Supplier<RuleIndex> index;
    // Made when somebody first asks for it; several threads may each make one, and all make the same.
    private volatile @Nullable RuleIndex rules;

    /** Holds a policy with the diagram that was made of it. */
    CompiledPolicy(Policy policy, Diagram diagram, int used) {
        this(policy, diagram, used, () -> RuleIndex.of(policy.rules(), diagram.space()));
    }

    private CompiledPolicy(Policy policy, Diagram diagram, int used, Supplier<RuleIndex> index) {
        this.policy = requireNonNull(policy, "policy");
        this.diagram = requireNonNull(diagram, "diagram");
        this.used = used;
        this.index = index;
    }

    /**
     * Compiles a policy.
     *
     * @param policy a policy that loaded without errors
     * @throws TooLargeException if the policy needs more nodes than are {@link #ALLOWED}
     */
    public static CompiledPolicy of(Policy policy) {
        return new Compilation(policy, ALLOWED).compiled();
    }

    /**
     * Takes up a policy whose diagram was compiled before; for snapshots alone.
     *
     * @param index the index of its rules, as numbers
     */
    public static CompiledPolicy restored(Policy policy, int used, Diagram.Packed packed, List<int[]> index) {
        Space space = Space.of(policy.vocabulary());
        return new CompiledPolicy(policy, Diagram.of(space, packed), used, () -> RuleIndex.of(space, index));
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

    /** Every rule, by what it reaches. No rule is added to it. */
    public RuleIndex rules() {
        RuleIndex made = rules;
        if (made == null) {
            made = index.get();
            rules = made;
        }
        return made;
    }

    /** How many nodes compiling it needed, in the store that needed most of those {@link #ALLOWED}. */
    public int used() {
        return used;
    }
}
