/**
 * Whether invariants hold over every question, with a counterexample for each region in which one does not.
 */
@NullMarked
package dev.remit.analyze.prove;

import org.jspecify.annotations.NullMarked;
