/**
 * Faults in files that people wrote, as data, and two ways to render them.
 *
 * <p>Doors: {@link dev.remit.diagnostic.Diagnostic} (code, severity, span, message, help),
 * {@link dev.remit.diagnostic.Diagnostics} (collects them), {@link dev.remit.diagnostic.Checked} (a value or nothing,
 * and all diagnostics), {@link dev.remit.diagnostic.InvalidPolicyException} (the one bridge to an exception),
 * {@link dev.remit.diagnostic.LineRendering} and {@link dev.remit.diagnostic.FrameRendering}.
 *
 * <p>Bad input is a diagnostic, wrong use of the API an exception that names the argument. This room knows nothing of
 * policies: other rooms find the faults and word them.
 */
@NullMarked
package dev.remit.diagnostic;

import org.jspecify.annotations.NullMarked;
