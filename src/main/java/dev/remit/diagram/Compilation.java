package dev.remit.diagram;

import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Compiles a policy in one order of its variables after the other until it fits. What is small in one order may be large
 * beyond measure in another; the second is tried only where the first does not do.
 */
final class Compilation {
    private final Policy policy;
    private final Space space;
    private final int budget;
    /** The rules that were being brought together when the budget ran out, in the first order. */
    private final BitSet unfinished = new BitSet();

    Compilation(Policy policy, int budget) {
        this.policy = policy;
        this.budget = budget;
        space = Space.of(policy.vocabulary());
    }

    /**
     * The compiled policy.
     *
     * @throws TooLargeException if it fits in no order, with what costs most
     */
    CompiledPolicy compiled() {
        try {
            return fitting();
        } catch (TooLargeException full) {
            throw full.about("the policy, compiled,", List.of(), new Drivers(policy, budget, unfinished).measured());
        }
    }

    /** How many nodes it needs in the order that is tried first; empty if more than the budget. */
    OptionalInt usedInUsualOrder() {
        try {
            return OptionalInt.of(in(new Order(policy, space)).used());
        } catch (TooLargeException full) {
            return OptionalInt.empty();
        }
    }

    private CompiledPolicy fitting() {
        Order usual = new Order(policy, space);
        Order another = Order.ofNeighbours(Order.conditions(policy), space);
        return Orders.firstFitting(another.isLike(usual) ? List.of(usual) : List.of(usual, another), this::in);
    }

    private CompiledPolicy in(Order order) {
        Compiler compiler = new Compiler(policy, space, order, budget);
        try {
            Diagram diagram = compiler.diagram();
            return new CompiledPolicy(policy, diagram, Math.max(compiler.used(), diagram.nodesOfPermits()));
        } finally {
            unfinished.or(compiler.unfinished());
        }
    }
}
