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
import java.util.Optional;
import java.util.TreeMap;

/** What one person holds, for some project or for every one; warns of anything held twice on the same day. */
final class Holdings {
    private final Diagnostics diagnostics;
    // For each thing held, by project, the periods by their first days. They do not overlap: one that would is not
    // kept.
    private final Map<Id, Map<Optional<Id.Project>, TreeMap<LocalDate, Period>>> held = new HashMap<>();

    Holdings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Notes that something is held.
     *
     * @param project the project for which it is held; empty for every one
     */
    void add(Id thing, Optional<Id.Project> project, Scalar word, Period period) {
        Map<Optional<Id.Project>, TreeMap<LocalDate, Period>> byProject =
                held.computeIfAbsent(thing, none -> new HashMap<>());
        TreeMap<LocalDate, Period> periods = byProject.computeIfAbsent(project, none -> new TreeMap<>());
        if (overlaps(periods, period)) {
            report(word, "is held already on some of these days", "join the two into one period, or delete one");
            return;
        }
        periods.put(period.first(), period);
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

    private static boolean overlaps(TreeMap<LocalDate, Period> periods, Period period) {
        Map.Entry<LocalDate, Period> before = periods.floorEntry(period.last());
        return before != null && before.getValue().and(period).isPresent();
    }

    private void report(Scalar word, String what, String help) {
        diagnostics.report(Code.DUPLICATE_HOLDING, word.head(), Words.quoted(word.text()) + " " + what, help);
    }
}
