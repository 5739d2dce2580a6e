package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A run of days, both ends included; an end left out is open. So is one at an end of time, {@link LocalDate#MIN} or
 * {@link LocalDate#MAX}: many databases write such a day where there is none.
 *
 * @param from the first day
 * @param until the last day, not before the first
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Every day. */
    public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    public Period {
        from = requireNonNull(from, "from").filter(day -> day.isAfter(LocalDate.MIN));
        until = requireNonNull(until, "until").filter(day -> day.isBefore(LocalDate.MAX));
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException("until must not be before from");
        }
    }

    /** Whether a day lies before this period. */
    public boolean isAfter(LocalDate day) {
        return from.isPresent() && day.isBefore(from.get());
    }

    /** Whether a day lies after this period. */
    public boolean isBefore(LocalDate day) {
        return until.isPresent() && day.isAfter(until.get());
    }

    /** Whether a day lies in this period. */
    public boolean contains(LocalDate day) {
        return !isAfter(day) && !isBefore(day);
    }

    /** Runs of days on which none of some periods begins or has ended, in order; together they are every day. */
    public static List<Period> runs(Collection<Period> periods) {
        NavigableSet<LocalDate> starts = new TreeSet<>();
        for (Period each : periods) {
            each.from.ifPresent(starts::add);
            each.until.ifPresent(last -> starts.add(last.plusDays(1)));
        }
        List<Period> runs = new ArrayList<>();
        Optional<LocalDate> from = Optional.empty();
        for (LocalDate start : starts) {
            runs.add(new Period(from, Optional.of(start.minusDays(1))));
            from = Optional.of(start);
        }
        runs.add(new Period(from, Optional.empty()));
        return runs;
    }

    /** A day of this period: the first or, if there is none, the last; a usual one if there is neither. */
    public LocalDate day(LocalDate usual) {
        return from.or(() -> until).orElse(usual);
    }
}
