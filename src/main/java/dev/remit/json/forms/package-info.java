/**
 * The JSON forms of questions, decisions, explanations and events, for the logs and the problem details of services. The door is
 * {@link dev.remit.json.forms.RemitJson}.
 */
@NullMarked
package dev.remit.json.forms;

import org.jspecify.annotations.NullMarked;
