package dev.remit.decide;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day an instant falls on. Remembers the last day asked for, since nearly all questions are about today. */
final class Days {
    private final ZoneId zone;
    /** Immutable, so that it does not matter which thread wrote it last. */
    private Day last;

    /** A day and the seconds it lasts. */
    private record Day(LocalDate date, long epochDay, long from, long until) {}

    Days(ZoneId zone) {
        this.zone = zone;
        last = day(Instant.EPOCH);
    }

    /** The day of an instant, given by its second. */
    private Day at(long second) {
        Day day = last;
        if (second < day.from || second >= day.until) {
            day = day(Instant.ofEpochSecond(second));
            last = day;
        }
        return day;
    }

    private Day day(Instant instant) {
        LocalDate date = date(instant);
        boolean isFirst = date.equals(LocalDate.MIN);
        boolean isLast = date.equals(LocalDate.MAX);
        return new Day(
                date,
                date.toEpochDay(),
                isFirst ? Long.MIN_VALUE : date.atStartOfDay(zone).toEpochSecond(),
                isLast ? Long.MAX_VALUE : date.plusDays(1).atStartOfDay(zone).toEpochSecond());
    }

    /** There are instants before the first day and after the last; they count as on these. */
    private LocalDate date(Instant instant) {
        try {
            return instant.atZone(zone).toLocalDate();
        } catch (DateTimeException outside) {
            return instant.isBefore(Instant.EPOCH) ? LocalDate.MIN : LocalDate.MAX;
        }
    }

    /** The day of an instant, as days since 1970. */
    long epochDay(long second) {
        return at(second).epochDay;
    }

    Directory.Moment moment(Instant instant) {
        return new Directory.Moment(instant, at(instant.getEpochSecond()).date);
    }
}
