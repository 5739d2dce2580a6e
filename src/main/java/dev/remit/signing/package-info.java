/**
 * Keys, signed notes and tree hashes: the means to detect changes.
 *
 * <p>All formats are public standards, so that results can be checked without Remit: keys in PKCS#8 and as C2SP
 * verifier keys, C2SP signed notes, checkpoints and proofs, the Merkle tree of RFC 6962. The algorithms are those of
 * the JDK: Ed25519, HMAC-SHA-256 and SHA-256. Input that does not follow its format exactly, or is not signed by a
 * known key, causes a {@link dev.remit.signing.RejectedException}.
 *
 * <p>Doors: {@link dev.remit.signing.SigningKey} and {@link dev.remit.signing.VerifierKey} for signatures over a {@link
 * dev.remit.signing.SignedNote}; {@link dev.remit.signing.SubjectKeys} for keyed pseudonyms; {@link
 * dev.remit.signing.CallerToken}; {@link dev.remit.signing.GrowingTree}, {@link dev.remit.signing.Checkpoint} and
 * {@link dev.remit.signing.LogProof} for logs. This room uses no other room.
 */
@NullMarked
package dev.remit.signing;

import org.jspecify.annotations.NullMarked;
