package dev.remit.live;

import static java.util.Objects.requireNonNull;

import dev.remit.check.ApprovalTerms;
import java.util.List;

/**
 * What a policy must pass before it comes into force.
 *
 * @param policy which changes of the policy are accepted
 * @param registers which changes of its projects and people are accepted
 * @param locks what no change may touch, as {@code remit diff --locked} takes it
 * @param tests whether its suites of tests have to pass
 * @param rollsBack whether a policy that was in force before is accepted under its old version
 * @param approvals which signatures of a sign-off count
 */
record Gates(
        ReloadGate policy,
        ReloadGate registers,
        List<String> locks,
        boolean tests,
        boolean rollsBack,
        ApprovalTerms approvals) {
    static final Gates CAUTIOUS = new Gates(
            ReloadGate.SIGNED, ReloadGate.SIGNED, List.of(), false, false, ApprovalTerms.BY_NAME);

    Gates {
        requireNonNull(policy, "policy");
        requireNonNull(registers, "registers");
        requireNonNull(approvals, "approvals");
        locks = List.copyOf(locks);
    }
}
