package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.model.Period;
import dev.remit.node.Scalar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one person holds; warns of anything held twice on the same day, and reports what has two values then. */
final class Holdings {
    private final Diagnostics diagnostics;
    // For each thing held, the periods by their first days. They do not overlap: one that would is not kept.
    private final Map<Object, TreeMap<LocalDate, Held>> held = new HashMap<>();

    /** What is held, such as a value, and when. */
    private record Held(Object value, Period period) {}

    Holdings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void add(Object thing, Object value, Scalar word, Period period) {
        TreeMap<LocalDate, Held> periods = held.computeIfAbsent(thing, none -> new TreeMap<>());
        List<Held> overlapping = periods.headMap(period.last(), true).values().stream()
                .filter(each -> each.period.and(period).isPresent())
                .toList();
        boolean contradicts = overlapping.stream().anyMatch(each -> !each.value.equals(value));
        if (contradicts) {
            diagnostics.report(
                    Code.CONTRADICTORY_HOLDING,
                    word.head(),
                    Words.quoted(word.text()) + " has another value already on some of these days",
                    "let the one end before the other begins");
        } else if (!overlapping.isEmpty()) {
            diagnostics.report(
                    Code.DUPLICATE_HOLDING,
                    word.head(),
                    Words.quoted(word.text()) + " is held already on some of these days",
                    "join the two into one period, or delete one");
        } else {
            periods.put(period.first(), new Held(value, period));
        }
    }
}
