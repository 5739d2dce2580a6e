/**
 * Exact answers to questions about a policy itself. So far: which edits of the policy would go unnoticed by a suite of
 * fixtures.
 *
 * <p>Doors: {@link dev.remit.analyze.Adequacy} and the values it gives. Everything here is worked out on the compiled
 * diagram, never on the files, and is given as values; words are made of them elsewhere.
 */
@NullMarked
package dev.remit.analyze;

import org.jspecify.annotations.NullMarked;
