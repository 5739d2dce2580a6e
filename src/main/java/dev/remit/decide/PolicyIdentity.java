package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;

/**
 * Which policy answered, down to its meaning. Every decision carries it.
 *
 * @param id the policy's id
 * @param version the policy's version
 * @param digest the digest of what the policy means
 * @param registers the digest of the projects and people it was asked with
 */
public record PolicyIdentity(Id.Policy id, String version, String digest, String registers) {
    public PolicyIdentity {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(digest, "digest");
        requireNonNull(registers, "registers");
    }
}
