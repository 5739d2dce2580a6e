package dev.remit.check;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Severity;
import dev.remit.source.SourceFile;
import java.util.List;

/**
 * The result of inspecting a bundle.
 *
 * @param diagnostics all findings that are not on purpose, including notes, in order
 * @param files the files the diagnostics point into
 */
public record Report(List<Diagnostic> diagnostics, List<SourceFile> files) {
    public Report {
        diagnostics = List.copyOf(diagnostics);
        files = List.copyOf(files);
    }

    /** The findings that need attention: errors and warnings. */
    public List<Diagnostic> faults() {
        return diagnostics.stream()
                .filter(each -> each.severity() != Severity.NOTE)
                .toList();
    }

    /** Whether there is an error. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
