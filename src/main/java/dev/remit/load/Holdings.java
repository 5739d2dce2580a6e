package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.node.Scalar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one person holds, for some project or for every one; warns of anything held twice on the same day, and reports what has
 * two values then.
 */
final class Holdings {
    private final Diagnostics diagnostics;
    // For each thing held, by project, what is held by its first days. They do not overlap: one that would is not
    // kept.
    private final Map<Id, Map<Optional<Id.Project>, NavigableMap<LocalDate, Held>>> held = new HashMap<>();

    /** What is held, such as a value, and when. */
    private record Held(Object value, Period period) {}

    Holdings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Notes that something is held.
     *
     * @param value its value, or all its elements
     * @param project the project for which it is held; empty for every one
     */
    void add(Id thing, Optional<Id.Project> project, Object value, Scalar word, Period period) {
        Map<Optional<Id.Project>, NavigableMap<LocalDate, Held>> byProject =
                held.computeIfAbsent(thing, none -> new HashMap<>());
        NavigableMap<LocalDate, Held> periods = byProject.computeIfAbsent(project, none -> new TreeMap<>());
        if (periods.headMap(period.last(), true).values().stream()
                .anyMatch(each -> each.period.and(period).isPresent() && !each.value.equals(value))) {
            diagnostics.report(
                    Code.CONTRADICTORY_HOLDING,
                    word.head(),
                    Words.quoted(word.text()) + " has another value already on some of these days",
                    "let the one end before the other begins");
            return;
        }
        if (overlaps(periods, period)) {
            report(word, "is held already on some of these days", "join the two into one period, or delete one");
            return;
        }
        periods.put(period.first(), new Held(value, period));
        boolean isHeldOtherwise = project.isPresent()
                ? overlaps(byProject.getOrDefault(Optional.<Id.Project>empty(), new TreeMap<>()), period)
                : byProject.entrySet().stream()
                        .anyMatch(each -> each.getKey().isPresent() && overlaps(each.getValue(), period));
        if (isHeldOtherwise) {
            report(
                    word,
                    project.isPresent()
                            ? "is held already for every project on some of these days"
                            : "is held already for one project on some of these days",
                    "delete the one for the project, or let the two be on other days");
        }
    }

    private static boolean overlaps(NavigableMap<LocalDate, Held> periods, Period period) {
        Map.Entry<LocalDate, Held> before = periods.floorEntry(period.last());
        return before != null && before.getValue().period.and(period).isPresent();
    }

    private void report(Scalar word, String what, String help) {
        diagnostics.report(Code.DUPLICATE_HOLDING, word.head(), Words.quoted(word.text()) + " " + what, help);
    }
}
