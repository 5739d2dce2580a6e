package dev.remit.analyze.mutation;

import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Variants;
import dev.remit.model.Policy;
import java.util.List;
import java.util.function.Supplier;

/** A policy with each single edit there is, for tests of other packages. */
public final class EditedPolicies {
    private EditedPolicies() {}

    /**
     * An edited copy of a policy.
     *
     * @param edit what was edited
     * @param where which part of the policy was edited, with the edit
     * @param policy makes the copy
     */
    public record Edited(String edit, String where, Supplier<Policy> policy) {}

    /** The copies, of a policy whose compiled form stays below a number of nodes. */
    public static List<Edited> of(Policy policy, int nodes) {
        return Mutants.of(policy, new Variants(CompiledPolicy.of(policy), nodes)).stream()
                .map(made -> new Edited(
                        made.mutant().edit(),
                        made.mutant().toString(),
                        () -> made.compile().get().policy()))
                .toList();
    }
}
