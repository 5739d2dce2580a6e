/**
 * Questions, answers and diagnostics as JSON, in the shapes that services and scripts rely on.
 *
 * <p>Doors: {@link dev.remit.json.JsonQuestions} (a question from and to JSON), {@link dev.remit.json.JsonDecisions}
 * (asks a decision point and gives a {@link dev.remit.json.Reply}), {@link dev.remit.json.ReplyWriter},
 * {@link dev.remit.json.DiagnosticWriter} and {@link dev.remit.json.SchemaWriter}.
 *
 * <p>Pure functions between text and values; for other rooms of the library only, the package is not exported. Only the
 * streaming part of Jackson is used: it is quick to start, and strictness is ours to define. This room does not know
 * where text comes from or goes to.
 */
@NullMarked
package dev.remit.json;

import org.jspecify.annotations.NullMarked;
