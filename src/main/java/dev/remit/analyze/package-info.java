/**
 * Exact answers to questions about a policy itself: who may do what and on which conditions, whether invariants hold, what
 * differs between two policies, what is odd about one, and which edits would go unnoticed by a suite of fixtures.
 *
 * <p>Doors: {@link dev.remit.analyze.access.AccessReview}, {@link dev.remit.analyze.prove.Prover}, {@link dev.remit.analyze.diff.PolicyDiff},
 * {@link dev.remit.analyze.lint.Findings}, {@link dev.remit.analyze.prove.Separation}, {@link dev.remit.analyze.mutation.Adequacy} and the
 * values they give. Everything here is worked out on the compiled
 * diagram, never on the files, and is given as values; words are made of them elsewhere.
 */
@NullMarked
package dev.remit.analyze;

import org.jspecify.annotations.NullMarked;
