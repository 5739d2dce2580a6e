package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

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

    /** A period between two days, both included; open where a day is an end of time. */
    public static Period between(LocalDate first, LocalDate last) {
        return new Period(Optional.of(first), Optional.of(last));
    }

    /** A single day. */
    public static Period on(LocalDate day) {
        return between(day, day);
    }

    /** Where a day lies, as seen from a period. */
    public enum Phase {
        BEFORE,
        DURING,
        AFTER
    }

    /** Whether a day lies before this period, in it or after it. */
    public Phase phase(LocalDate day) {
        if (day.isBefore(first())) {
            return Phase.BEFORE;
        }
        return day.isAfter(last()) ? Phase.AFTER : Phase.DURING;
    }

    /** Whether a day lies in this period. */
    public boolean contains(LocalDate day) {
        return phase(day) == Phase.DURING;
    }

    /** The first day, or the first day of all time. */
    public LocalDate first() {
        return from.orElse(LocalDate.MIN);
    }

    /** The last day, or the last day of all time. */
    public LocalDate last() {
        return until.orElse(LocalDate.MAX);
    }

    /** The days in both periods; empty if there are none. */
    public Optional<Period> and(Period other) {
        LocalDate later = first().isAfter(other.first()) ? first() : other.first();
        LocalDate sooner = last().isBefore(other.last()) ? last() : other.last();
        return later.isAfter(sooner) ? Optional.empty() : Optional.of(between(later, sooner));
    }

    /** The days of this period and of one that begins no sooner, as one period; empty if there are days between the two. */
    public Optional<Period> joined(Period next) {
        if (last().isBefore(next.first()) && !last().plusDays(1).equals(next.first())) {
            return Optional.empty();
        }
        return Optional.of(between(first(), last().isAfter(next.last()) ? last() : next.last()));
    }

    /** A day of this period: the first; if there is none, the usual one or, if that comes too late, the last. */
    public LocalDate day(LocalDate usual) {
        return from.orElseGet(() -> usual.isAfter(last()) ? last() : usual);
    }
}
