package dev.remit.decide;

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
        LocalDate date = instant.atZone(zone).toLocalDate();
        return new Day(
                date,
                date.toEpochDay(),
                date.atStartOfDay(zone).toEpochSecond(),
                date.plusDays(1).atStartOfDay(zone).toEpochSecond());
    }

    /** The day of an instant, as days since 1970. */
    long epochDay(long second) {
        return at(second).epochDay;
    }

    Directory.Moment moment(Instant instant) {
        return new Directory.Moment(instant, at(instant.getEpochSecond()).date);
    }
}
