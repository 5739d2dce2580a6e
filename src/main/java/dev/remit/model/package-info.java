/**
 * What a policy is, as immutable values: the vocabulary, rules, conditions, constraints, registers and the finite
 * space of questions about them.
 *
 * <p>Doors: {@link dev.remit.model.Policy}, {@link dev.remit.model.Registers} and {@link dev.remit.model.Space}. This
 * room knows nothing of files, positions, YAML or how a decision is reached. Values have natural equality and may be
 * shared between threads.
 */
@NullMarked
package dev.remit.model;

import org.jspecify.annotations.NullMarked;
