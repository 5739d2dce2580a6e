package dev.remit.diagnostic;

import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Collects diagnostics while files are read and checked, so that one run reports every fault.
 *
 * <p>At most {@value #LIMIT} errors and as many warnings are kept, in the order they were reported; the others are
 * counted and reported in one closing {@link Code#TOO_MANY_FAULTS}. Not safe to share between threads.
 */
public final class Diagnostics {

    /** The most errors, and the most warnings, that are kept. */
    public static final int LIMIT = 10_000;

    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private long left;

    /** Starts with nothing reported. */
    public Diagnostics() {}

    /**
     * Reports a fault without advice.
     *
     * @param code the kind of fault
     * @param span the smallest stretch of text that is wrong
     * @param message the fault
     */
    public void report(Code code, Span span, String message) {
        report(new Diagnostic(code, span, message, Optional.empty()));
    }

    /**
     * Reports a fault with advice.
     *
     * @param code the kind of fault
     * @param span the smallest stretch of text that is wrong
     * @param message the fault
     * @param help what the author can do
     */
    public void report(Code code, Span span, String message, String help) {
        report(new Diagnostic(code, span, message, Optional.of(help)));
    }

    /**
     * Reports a fault with advice, if there is any.
     *
     * @param code the kind of fault
     * @param span the smallest stretch of text that is wrong
     * @param message the fault
     * @param help what the author can do
     */
    public void report(Code code, Span span, String message, Optional<String> help) {
        report(new Diagnostic(code, span, message, help));
    }

    /**
     * Reports a finished diagnostic.
     *
     * @param diagnostic the fault
     */
    public void report(Diagnostic diagnostic) {
        List<Diagnostic> kept = diagnostic.isError() ? errors : warnings;
        if (kept.size() < LIMIT) {
            kept.add(diagnostic);
        } else {
            left++;
        }
    }

    /**
     * Whether an error was reported.
     *
     * @return true if nothing can be loaded
     */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /**
     * All reported diagnostics, sorted and without duplicates.
     *
     * @return the diagnostics by file, line, column and code
     */
    public List<Diagnostic> sorted() {
        TreeSet<Diagnostic> all = new TreeSet<>(errors);
        all.addAll(warnings);
        List<Diagnostic> sorted = new ArrayList<>(all);
        if (left > 0) {
            Span last = sorted.get(sorted.size() - 1).span();
            Code code = errors.size() < LIMIT ? Code.MORE_WARNINGS : Code.TOO_MANY_FAULTS;
            sorted.add(new Diagnostic(
                    code,
                    last,
                    left + " further faults are not listed",
                    Optional.of("mend those listed, then check again")));
        }
        return List.copyOf(sorted);
    }
}
