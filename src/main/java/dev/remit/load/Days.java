package dev.remit.load;

import dev.remit.diagnostic.Words;
import dev.remit.model.Period;
import dev.remit.model.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The days on which something of a register changes. Between two of them nothing does, so that one day stands for all
 * until the next.
 */
final class Days {
    private final TreeSet<LocalDate> changes = new TreeSet<>();

    /** Adds the days on which a period begins to count and no longer counts. */
    Days add(Period period) {
        period.from().ifPresent(changes::add);
        period.until().ifPresent(last -> changes.add(last.plusDays(1)));
        return this;
    }

    /** Adds the days on which a project changes. */
    Days add(Project project) {
        project.permissions().values().forEach(permission -> add(permission.period()));
        return add(project.period());
    }

    /** One day of each stretch on which nothing changes, the first one before all changes. */
    List<LocalDate> each() {
        List<LocalDate> days = new ArrayList<>();
        days.add(changes.isEmpty() ? LocalDate.EPOCH : changes.first().minusDays(1));
        days.addAll(changes);
        return days;
    }

    /** Says which stretch a day of {@link #each()} stands for, as the end of a sentence; empty if nothing ever changes. */
    String told(LocalDate day) {
        if (changes.isEmpty()) {
            return "";
        }
        return changes.contains(day)
                ? " from " + Words.quoted(day.toString()) + " on"
                : " before " + Words.quoted(changes.first().toString());
    }
}
