/**
 * What is wrong with the files people wrote, as data, and two ways to print it.
 *
 * <p>Doors: {@link dev.remit.diagnostic.Diagnostic} (code, severity, span, message, help),
 * {@link dev.remit.diagnostic.Diagnostics} (collects them), {@link dev.remit.diagnostic.Checked} (a value or nothing,
 * and all diagnostics), {@link dev.remit.diagnostic.InvalidPolicyException} (the one bridge to an exception),
 * {@link dev.remit.diagnostic.LineRendering} and {@link dev.remit.diagnostic.FrameRendering}.
 *
 * <p>Bad input is a diagnostic, wrong use of the API an exception that names the argument. This room does not know what
 * a policy is: other rooms decide what is wrong and how to say it.
 */
@NullMarked
package dev.remit.diagnostic;

import org.jspecify.annotations.NullMarked;
