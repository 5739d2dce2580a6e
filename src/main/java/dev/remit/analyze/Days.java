package dev.remit.analyze;

import dev.remit.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A run of days on which nothing changes.
 *
 * @param from the first day
 * @param to the day after the last
 */
record Days(LocalDate from, LocalDate to) {

    /** The days cut where one of some periods begins or has ended. */
    static List<Days> between(Collection<Period> periods) {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        for (Period each : periods) {
            each.from().ifPresent(cuts::add);
            each.until().filter(day -> day.isBefore(LocalDate.MAX)).ifPresent(day -> cuts.add(day.plusDays(1)));
        }
        cuts.add(LocalDate.MIN);
        cuts.add(LocalDate.MAX);
        List<LocalDate> sorted = List.copyOf(cuts);
        List<Days> days = new ArrayList<>();
        for (int i = 0; i + 1 < sorted.size(); i++) {
            days.add(new Days(sorted.get(i), sorted.get(i + 1)));
        }
        return days;
    }

    /** The days in both runs. */
    Optional<Days> and(Days other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate sooner = to.isBefore(other.to) ? to : other.to;
        return later.isBefore(sooner) ? Optional.of(new Days(later, sooner)) : Optional.empty();
    }

    /** One of the days: the first or, if there is none, the last; a usual one if there is neither. */
    LocalDate day(LocalDate usual) {
        if (!from.equals(LocalDate.MIN)) {
            return from;
        }
        return to.equals(LocalDate.MAX) || usual.isBefore(to) ? usual : to.minusDays(1);
    }
}
