/**
 * The grammar of policy files as data: the keys, the shapes of their values, and what they mean.
 *
 * <p>It has four uses: files are checked against it ({@link dev.remit.grammar.ShapeCheck}), the loader reads checked
 * files by it ({@link dev.remit.grammar.Fields}), the published JSON Schema is rendered from it, and a test compares
 * the tables of the language reference with it. {@link dev.remit.grammar.Grammar} is the door.
 *
 * <p>For other rooms of the library only; the package is not exported. It describes the form of a policy, not its
 * meaning: whether a role is declared, or a condition can hold, is for the loader to check.
 */
@NullMarked
package dev.remit.grammar;

import org.jspecify.annotations.NullMarked;
