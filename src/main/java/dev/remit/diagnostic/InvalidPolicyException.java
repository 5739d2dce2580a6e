package dev.remit.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a program asks for a value and the files have faults.
 *
 * <p>The message is the line form of all diagnostics; {@link #diagnostics()} returns them as data. To look at faults
 * without an exception, use {@link Checked#diagnostics()}.
 */
public final class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // Absent only in a copy that was serialised; the message has the same content.
    private final transient @Nullable List<Diagnostic> diagnostics;

    /**
     * An exception for some faults.
     *
     * @param diagnostics the faults
     */
    public InvalidPolicyException(List<Diagnostic> diagnostics) {
        super(LineRendering.of(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /**
     * The faults.
     *
     * @return all diagnostics, errors and warnings
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics == null ? List.of() : diagnostics;
    }
}
