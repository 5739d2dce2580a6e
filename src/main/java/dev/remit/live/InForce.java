package dev.remit.live;

import dev.remit.PolicyBundle;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.PolicyIdentity;
import java.util.Optional;

/**
 * A policy in force.
 *
 * @param bundle the policy with its registers
 * @param identity its digests, those of the bundle's own registers among them
 * @param decisions who answers by it
 * @param term the time in which its decisions count
 * @param sequence its sequence number, if it came packed
 */
record InForce(
        PolicyBundle bundle, PolicyIdentity identity, DecisionPoint decisions, Term term, Optional<Long> sequence) {}
