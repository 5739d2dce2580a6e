/**
 * The compiled decision diagram: one exact, total function from every question, complete or partial, to what the policy
 * says about it.
 *
 * <p>Doors: {@link dev.remit.diagram.Diagram} and its {@link dev.remit.diagram.Leaf leaves}. This room knows the model
 * only; it knows nothing of how questions are asked or answers are worded. It is not exported from the module.
 */
@NullMarked
package dev.remit.diagram;

import org.jspecify.annotations.NullMarked;
