/**
 * Views of records for people and other programs: filters, tables, sentences, and the forms in which records are handed on.
 *
 * <p>Everything here reads records as JSON and knows no file.
 */
@NullMarked
package dev.remit.record.export;

import org.jspecify.annotations.NullMarked;
