/**
 * The command line: one class a verb, which turns options into a call of the library and what comes back into text.
 *
 * <p>Door: {@link dev.remit.cli.Main}. Options are declared with picocli's builders rather than its annotations, which
 * spares the start of the program all reflection. What programs read goes to standard output, what is said to people
 * about it to standard error. Nothing is decided here, and nothing imports this room.
 */
@NullMarked
package dev.remit.cli;

import org.jspecify.annotations.NullMarked;
