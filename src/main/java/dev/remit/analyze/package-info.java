/**
 * Exact answers to questions about a policy itself: who may do what and on which conditions, whether invariants hold, what
 * differs between two policies, what is odd about one, and which edits would go unnoticed by a suite of fixtures.
 *
 * <p>Doors: {@link dev.remit.analyze.Access}, {@link dev.remit.analyze.Prover}, {@link dev.remit.analyze.PolicyDiff},
 * {@link dev.remit.analyze.Findings}, {@link dev.remit.analyze.Separation}, {@link dev.remit.analyze.Adequacy} and the
 * values they give. Everything here is worked out on the compiled
 * diagram, never on the files, and is given as values; words are made of them elsewhere.
 */
@NullMarked
package dev.remit.analyze;

import org.jspecify.annotations.NullMarked;
