package dev.remit.load;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Where errors were found so far: what stands there is not understood, so nothing is concluded from it. That keeps one
 * mistake from being reported many times over.
 */
final class Faults {
    private final Map<String, NavigableSet<Long>> places = new HashMap<>();

    private Faults() {}

    static Faults soFar(Diagnostics diagnostics) {
        Faults faults = new Faults();
        for (Diagnostic each : diagnostics.sorted()) {
            if (each.isError()) {
                Span span = each.span();
                faults.places
                        .computeIfAbsent(span.file(), none -> new TreeSet<>())
                        .add(place(span.line(), span.column()));
            }
        }
        return faults;
    }

    /** Whether an error lies within a stretch of a file. */
    boolean touch(Span span) {
        NavigableSet<Long> found = places.get(span.file());
        if (found == null) {
            return false;
        }
        Long next = found.ceiling(place(span.line(), span.column()));
        return next != null && next <= place(span.endLine(), span.endColumn());
    }

    private static long place(int line, int column) {
        return ((long) line << Integer.SIZE) | column;
    }
}
