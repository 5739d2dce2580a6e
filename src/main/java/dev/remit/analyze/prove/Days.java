package dev.remit.analyze.prove;

import dev.remit.model.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A run of days on which nothing changes.
 *
 * @param from the first day
 * @param last the last day
 */
record Days(LocalDate from, LocalDate last) {
    /** Every day there is. */
    static final Days ALL = new Days(LocalDate.MIN, LocalDate.MAX);

    /** The days cut where one of some periods begins or has ended. */
    static List<Days> between(Collection<Period> periods) {
        return Period.runs(periods).stream()
                .map(run ->
                        new Days(run.from().orElse(LocalDate.MIN), run.until().orElse(LocalDate.MAX)))
                .toList();
    }

    /** The days in both runs. */
    Optional<Days> and(Days other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate sooner = last.isBefore(other.last) ? last : other.last;
        return later.isAfter(sooner) ? Optional.empty() : Optional.of(new Days(later, sooner));
    }

    /** Whether there are days between the end of this run and the beginning of a later one. */
    boolean isApartFrom(Days later) {
        return last.isBefore(later.from) && !last.plusDays(1).equals(later.from);
    }

    /** One of the days: the first or, if there is none, the last; a usual one if there is neither. */
    LocalDate day(LocalDate usual) {
        if (!from.equals(LocalDate.MIN)) {
            return from;
        }
        return usual.isAfter(last) ? last : usual;
    }
}
