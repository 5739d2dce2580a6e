/**
 * The gates through which texts of an input reach people: one for each form of output.
 *
 * <p>{@link dev.remit.writing.HtmlText}, {@link dev.remit.writing.MarkdownText} and {@link dev.remit.writing.XmlText} are made
 * of templates that stand in the program, which the compiler checks, and of texts, which are escaped; {@link
 * dev.remit.writing.CsvLine} is made of fields. {@link dev.remit.writing.Visible} is the gate of terminals, and takes the
 * characters that nobody sees out of every text.
 *
 * <p>This room knows nothing of policies.
 */
@NullMarked
package dev.remit.writing;

import org.jspecify.annotations.NullMarked;
