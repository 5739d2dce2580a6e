package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.model.Period;
import dev.remit.node.Scalar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What one person holds; warns of anything held twice on the same day. */
final class Holdings {
    private final Diagnostics diagnostics;
    // For each thing held, the periods by their first days. They do not overlap: one that would is not kept.
    private final Map<Object, TreeMap<LocalDate, Period>> held = new HashMap<>();

    Holdings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void add(Object thing, Scalar word, Period period) {
        TreeMap<LocalDate, Period> periods = held.computeIfAbsent(thing, none -> new TreeMap<>());
        Map.Entry<LocalDate, Period> before = periods.floorEntry(period.last());
        if (before != null && before.getValue().and(period).isPresent()) {
            diagnostics.report(
                    Code.DUPLICATE_HOLDING,
                    word.head(),
                    Words.quoted(word.text()) + " is held already on some of these days",
                    "join the two into one period, or delete one");
            return;
        }
        periods.put(period.first(), period);
    }
}
