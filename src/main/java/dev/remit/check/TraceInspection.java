package dev.remit.check;

import dev.remit.analyze.Progress;
import dev.remit.clauses.Citing;
import dev.remit.clauses.Trace;
import dev.remit.diagnostic.Diagnostic;
import java.util.List;

/** Reports sentences of the sources without rules, and rules without sentences. */
final class TraceInspection implements Inspection {
    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        List<Citing> invariants = inspected.bundle().invariants().stream()
                .map(each -> new Citing(Citing.Kind.INVARIANT, each.id().value(), each.cites()))
                .toList();
        return Trace.of(inspected.bundle().policy(), invariants)
                .findings(inspected.bundle().positions())
                .stream()
                .map(each -> new Diagnostic(each.code(), inspected.head(each.span()), each.message(), each.help()))
                .toList();
    }
}
