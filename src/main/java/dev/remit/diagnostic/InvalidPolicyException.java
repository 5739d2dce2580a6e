package dev.remit.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a program asks for a value and the files have faults.
 *
 * <p>The message is the line form of all diagnostics; {@link #diagnostics()} gives them as data. Those who want to look
 * at faults without an exception use {@link Checked#diagnostics()}.
 */
public final class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // Absent only in a copy that was serialised; the message tells the same.
    private final transient @Nullable List<Diagnostic> diagnostics;

    /**
     * Carries the faults.
     *
     * @param diagnostics what is wrong
     */
    public InvalidPolicyException(List<Diagnostic> diagnostics) {
        super(LineRendering.of(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /**
     * What is wrong.
     *
     * @return all diagnostics, errors and warnings
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics == null ? List.of() : diagnostics;
    }
}
