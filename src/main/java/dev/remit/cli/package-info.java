/**
 * The command line: one class for each verb, which turns options into a call of the library and its result into text.
 *
 * <p>Door: {@link dev.remit.cli.Main}. Options are declared with picocli's builders rather than its annotations, which
 * saves reflection when the program starts. Output for programs goes to standard output, messages to people go to
 * standard error. Nothing is decided here, and nothing imports this room.
 */
@NullMarked
package dev.remit.cli;

import org.jspecify.annotations.NullMarked;
