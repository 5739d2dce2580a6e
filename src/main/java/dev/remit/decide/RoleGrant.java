package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;

/**
 * The role in which somebody was let through, and the grant under which to act.
 *
 * @param role the role to act in, and in no other
 * @param grant the grant to act under, with its duties and its population
 * @param decision the decision for this role
 */
public record RoleGrant(Id.Role role, Grant grant, Decision decision) {
    public RoleGrant {
        requireNonNull(role, "role");
        requireNonNull(grant, "grant");
        requireNonNull(decision, "decision");
    }
}
