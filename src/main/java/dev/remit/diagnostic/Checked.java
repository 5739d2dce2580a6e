package dev.remit.diagnostic;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading input: a value, or nothing, with all diagnostics in either case.
 *
 * <p>The value is absent if and only if one of the diagnostics is an error, so nothing is ever half-loaded. Immutable
 * if the value is.
 *
 * @param <T> what was to be read
 */
public final class Checked<T> {

    private final @Nullable T value;
    private final List<Diagnostic> diagnostics;

    private Checked(@Nullable T value, List<Diagnostic> diagnostics) {
        this.value = value;
        this.diagnostics = diagnostics.stream().sorted().toList();
    }

    /**
     * A result with a value.
     *
     * @param value the value
     * @param diagnostics the warnings about it, in any order
     * @param <T> what was read
     * @return the value with its warnings
     * @throws IllegalArgumentException if one of the diagnostics is an error
     */
    public static <T> Checked<T> of(T value, List<Diagnostic> diagnostics) {
        requireNonNull(value, "value");
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException("diagnostics hold an error, so there can be no value");
        }
        return new Checked<>(value, diagnostics);
    }

    /**
     * A result without a value.
     *
     * @param diagnostics the faults, in any order
     * @param <T> what was to be read
     * @return the diagnostics, without a value
     * @throws IllegalArgumentException if none of the diagnostics is an error
     */
    public static <T> Checked<T> failed(List<Diagnostic> diagnostics) {
        if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException("diagnostics hold no error, so there must be a value");
        }
        return new Checked<>(null, diagnostics);
    }

    /**
     * The value, if there was no error.
     *
     * @return the value, or empty
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * All diagnostics: errors, warnings and notes.
     *
     * @return the diagnostics, sorted
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * Whether there is no value.
     *
     * @return true if one of the diagnostics is an error
     */
    public boolean hasErrors() {
        return value == null;
    }

    /**
     * The value; for programs that cannot go on without it.
     *
     * @return the value
     * @throws InvalidPolicyException if there was an error; it carries all diagnostics
     */
    public T orThrow() {
        if (value == null) {
            throw new InvalidPolicyException(diagnostics);
        }
        return value;
    }
}
