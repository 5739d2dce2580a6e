package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A run of days, both ends included; an end left out is open.
 *
 * @param from the first day
 * @param until the last day, not before the first
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Every day. */
    public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    public Period {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
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
}
