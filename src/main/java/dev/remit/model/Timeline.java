package dev.remit.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All of time, cut into stretches of days within which none of some periods begins or ends. One day of a stretch stands
 * for all of it.
 *
 * @param stretches the stretches in order; together they are every day, and there is at least one
 */
public record Timeline(List<Period> stretches) {
    /** Any day will do where a stretch has no first one. */
    private static final LocalDate USUAL = LocalDate.EPOCH;

    public Timeline {
        stretches = List.copyOf(stretches);
    }

    /** Cuts all of time at the borders of some periods. */
    public static Timeline of(Collection<Period> periods) {
        NavigableSet<LocalDate> starts = new TreeSet<>();
        for (Period each : periods) {
            each.from().ifPresent(starts::add);
            each.until().ifPresent(last -> starts.add(last.plusDays(1)));
        }
        List<Period> stretches = new ArrayList<>();
        Optional<LocalDate> from = Optional.empty();
        for (LocalDate start : starts) {
            stretches.add(new Period(from, Optional.of(start.minusDays(1))));
            from = Optional.of(start);
        }
        stretches.add(new Period(from, Optional.empty()));
        return new Timeline(stretches);
    }

    /** The day that stands for a stretch. */
    public static LocalDate day(Period stretch) {
        return stretch.day(USUAL);
    }
}
