/**
 * Keys, signed notes and tree hashes: what makes it visible that something was changed.
 *
 * <p>Everything is in formats of others, so that others can check it without Remit: keys in PKCS#8 and as C2SP verifier keys,
 * C2SP signed notes, checkpoints and proofs, the Merkle tree of RFC 6962. The algorithms are those of the JDK: Ed25519,
 * HMAC-SHA-256 and SHA-256. What does not follow its format to the letter, or is not signed by a known key, is a
 * {@link dev.remit.signing.RejectedException}.
 *
 * <p>Doors: {@link dev.remit.signing.SigningKey} and {@link dev.remit.signing.VerifierKey} for signatures over a
 * {@link dev.remit.signing.SignedNote}; {@link dev.remit.signing.SubjectKeys} for keyed pseudonyms;
 * {@link dev.remit.signing.CallerToken}; {@link dev.remit.signing.GrowingTree}, {@link dev.remit.signing.Checkpoint} and
 * {@link dev.remit.signing.LogProof} for logs. This room uses no other.
 */
@NullMarked
package dev.remit.signing;

import org.jspecify.annotations.NullMarked;
