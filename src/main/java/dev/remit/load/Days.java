package dev.remit.load;

import dev.remit.diagnostic.Words;
import dev.remit.model.Period;
import dev.remit.model.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which something of a register changes. Between two of them nothing does, so that one day stands for all
 * until the next.
 */
final class Days {
    private final List<Period> periods = new ArrayList<>();

    /** Adds the days on which a period begins to count and no longer counts. */
    Days add(Period period) {
        periods.add(period);
        return this;
    }

    /** Adds the days on which a project changes. */
    Days add(Project project) {
        project.permissions().values().forEach(permission -> add(permission.period()));
        return add(project.period());
    }

    /** One day of each stretch on which nothing changes, the first one before all changes. */
    List<LocalDate> each() {
        return Period.runs(periods).stream()
                .map(run -> run.day(LocalDate.EPOCH))
                .toList();
    }

    /** Says which stretch a day of {@link #each()} stands for, as the end of a sentence; empty if nothing ever changes. */
    String told(LocalDate day) {
        List<LocalDate> days = each();
        if (days.size() == 1) {
            return "";
        }
        return day.equals(days.get(0))
                ? " before " + Words.quoted(days.get(1).toString())
                : " from " + Words.quoted(day.toString()) + " on";
    }
}
