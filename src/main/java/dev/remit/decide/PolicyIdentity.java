package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.CanonicalForm;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Registers;

/**
 * Which policy answered, down to its meaning. Every decision carries it.
 *
 * @param id the policy's id
 * @param version the policy's version
 * @param digest the digest of what the policy means
 * @param registers which projects and people it was asked with: the digest of the bundle's registers; or, where a
 *     {@link Directory} stands in for them, {@code revision:} and the revision of what was looked up, or {@code unstated}
 * @param assurance the digest of what the bundle's files say beyond what policy and registers mean; {@code unstated} for a
 *     policy that was made without files
 */
public record PolicyIdentity(Id.Policy id, String version, String digest, String registers, String assurance) {
    /** What stands before the revision of a directory. */
    static final String REVISION = "revision:";
    /** A directory was asked that gave no revision, or was not asked at all; or there are no files that say more. */
    static final String UNSTATED = "unstated";

    public PolicyIdentity {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(digest, "digest");
        requireNonNull(registers, "registers");
        requireNonNull(assurance, "assurance");
    }

    /** The identity of a policy with the registers of its bundle. */
    static PolicyIdentity of(Policy policy, Registers registers, String assurance) {
        return new PolicyIdentity(
                policy.header().id(),
                policy.header().version(),
                CanonicalForm.digest(policy),
                CanonicalForm.digest(registers),
                assurance);
    }

    /** Whether the bundle's own registers were asked, and no {@link Directory} in their place. */
    public boolean isOfBundle() {
        return !registers.startsWith(REVISION) && !registers.equals(UNSTATED);
    }

    /** The same policy, asked with other registers. */
    PolicyIdentity with(String otherRegisters) {
        return new PolicyIdentity(id, version, digest, otherRegisters, assurance);
    }
}
