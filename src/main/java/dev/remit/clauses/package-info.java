/**
 * The trace between a policy and its source documents: which sentence is behind which rule, and whether the documents
 * have changed.
 *
 * <p>Doors: {@link dev.remit.clauses.Trace} (which rules cite a clause, and the faults of that), {@link
 * dev.remit.clauses.SourceText} (a document split into sentences), {@link dev.remit.clauses.Fingerprint} (recognises a
 * sentence), {@link dev.remit.clauses.Drift} (the differences between a clause register and a document) and {@link
 * dev.remit.clauses.Recording} (writes fingerprints into a register).
 *
 * <p>This room works on texts. It opens no files and judges no meaning: it lists the rules that people should review.
 */
@NullMarked
package dev.remit.clauses;

import org.jspecify.annotations.NullMarked;
