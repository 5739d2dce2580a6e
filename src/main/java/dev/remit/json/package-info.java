/**
 * Questions, answers and diagnostics as JSON, in the forms that services and scripts rely on.
 *
 * <p>Doors: {@link dev.remit.json.JsonQuestions} (a question from and to JSON), {@link dev.remit.json.JsonDecisions}
 * (asks a decision point and returns a {@link dev.remit.json.Reply}), {@link dev.remit.json.ReplyWriter}, {@link
 * dev.remit.json.DiagnosticWriter} and {@link dev.remit.json.SchemaWriter}.
 *
 * <p>Pure functions between text and values; for other rooms of the library only, the package is not exported. Only the
 * streaming part of Jackson is used: it starts quickly, and lets this room define how strict reading is. This room does
 * no input or output.
 */
@NullMarked
package dev.remit.json;

import org.jspecify.annotations.NullMarked;
