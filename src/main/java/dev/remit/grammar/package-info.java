/**
 * The language of policy files as data: which keys stand where, what their values look like, and what they mean.
 *
 * <p>One description, four uses: files are checked against it ({@link dev.remit.grammar.ShapeCheck}), the loader reads
 * what passed ({@link dev.remit.grammar.Fields}), the published JSON Schema is rendered from it, and the tables of the
 * language reference are held to it. {@link dev.remit.grammar.Grammar} is the door.
 *
 * <p>For other rooms of the library only; the package is not exported. It knows what a policy looks like, not what one
 * means: whether a role is declared, or a condition can hold, is for the loader to say.
 */
@NullMarked
package dev.remit.grammar;

import org.jspecify.annotations.NullMarked;
