package dev.remit.diagnostic;

import static java.util.Objects.requireNonNull;

import dev.remit.source.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A fault in what somebody wrote: its kind, its position, a message, and advice.
 *
 * <p>Message and help are one line each, begin in lower case and have no full stop; text of the user is in backticks.
 * Control and direction-changing characters in them are made visible, so that a hostile file cannot forge a report.
 * Diagnostics are ordered by file, line, column and code. Immutable.
 *
 * @param code the kind of fault
 * @param span the smallest stretch of text that is wrong
 * @param message the fault, expected before found
 * @param help what the author can do, if there is advice
 * @param questions questions that show it, each as a line for {@code remit decide}; most faults have none
 */
public record Diagnostic(Code code, Span span, String message, Optional<String> help, List<String> questions)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.<Diagnostic, String>comparing(
                    diagnostic -> diagnostic.span().file())
            .thenComparingInt(diagnostic -> diagnostic.span().line())
            .thenComparingInt(diagnostic -> diagnostic.span().column())
            .thenComparing(diagnostic -> diagnostic.code().id())
            .thenComparing(Diagnostic::message)
            .thenComparing(Diagnostic::span)
            .thenComparing(diagnostic -> diagnostic.help().orElse(""))
            .thenComparing(diagnostic -> diagnostic.questions().toString());

    /**
     * Checks that all parts are present, and makes hidden characters visible.
     *
     * @param code the kind of fault
     * @param span the smallest stretch of text that is wrong
     * @param message the fault
     * @param help what the author can do
     * @param questions questions that show it
     */
    public Diagnostic {
        requireNonNull(code, "code");
        requireNonNull(span, "span");
        message = Words.visible(requireNonNull(message, "message"));
        help = requireNonNull(help, "help").map(Words::visible);
        questions = questions.stream().map(Words::visible).toList();
    }

    /**
     * A fault without questions that show it.
     *
     * @param code the kind of fault
     * @param span the smallest stretch of text that is wrong
     * @param message the fault
     * @param help what the author can do
     */
    public Diagnostic(Code code, Span span, String message, Optional<String> help) {
        this(code, span, message, help, List.of());
    }

    /**
     * Its severity, which depends on its code alone.
     *
     * @return the severity of the code
     */
    public Severity severity() {
        return code.severity();
    }

    /**
     * Whether it prevents the use of the files.
     *
     * @return true for an error
     */
    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /**
     * The line form.
     *
     * @return as {@link LineRendering#of(Diagnostic)}
     */
    @Override
    public String toString() {
        return LineRendering.of(this);
    }
}
