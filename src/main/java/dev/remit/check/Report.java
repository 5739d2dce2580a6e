package dev.remit.check;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Severity;
import dev.remit.source.SourceFile;
import java.util.List;

/**
 * What came of looking at a bundle.
 *
 * @param diagnostics everything found that is not on purpose, notes included, in order
 * @param files the files the diagnostics point into
 */
public record Report(List<Diagnostic> diagnostics, List<SourceFile> files) {
    public Report {
        diagnostics = List.copyOf(diagnostics);
        files = List.copyOf(files);
    }

    /** What somebody has to look at: errors and warnings. */
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
