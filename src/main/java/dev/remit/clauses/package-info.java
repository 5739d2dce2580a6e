/**
 * The trace between a policy and the documents it was made from: which sentence stands behind which rule, and whether the
 * documents still say what they said.
 *
 * <p>Doors: {@link dev.remit.clauses.Trace} (which rules carry a clause, and what is odd about that),
 * {@link dev.remit.clauses.SourceText} (a document taken apart into sentences), {@link dev.remit.clauses.Fingerprint} (a
 * sentence without its wording), {@link dev.remit.clauses.Drift} (what differs between a clause register and a document)
 * and {@link dev.remit.clauses.Recording} (writes fingerprints into a register).
 *
 * <p>This room works on texts it is handed. It opens no files and judges no meaning: it tells people which rules to read
 * again, and what they make of it is theirs.
 */
@NullMarked
package dev.remit.clauses;

import org.jspecify.annotations.NullMarked;
