/**
 * Safe output of texts from an input: one escaping writer for each form of output.
 *
 * <p>{@link dev.remit.writing.HtmlText}, {@link dev.remit.writing.MarkdownText} and {@link dev.remit.writing.XmlText}
 * are built from constant templates, which the compiler checks, and from texts, which are escaped; {@link
 * dev.remit.writing.CsvLine} is built from fields. {@link dev.remit.writing.Visible} is for terminals, and replaces the
 * invisible characters of every text.
 *
 * <p>This room knows nothing of policies.
 */
@NullMarked
package dev.remit.writing;

import org.jspecify.annotations.NullMarked;
