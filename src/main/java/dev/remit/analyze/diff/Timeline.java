package dev.remit.analyze.diff;

import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The days on which anything of some register entries begins or ends, and the runs of days between them. */
final class Timeline {
    private final List<Period> periods = new ArrayList<>();

    Timeline add(Period period) {
        periods.add(period);
        return this;
    }

    Timeline add(Project project) {
        add(project.period());
        project.permissions().values().forEach(each -> add(each.period()));
        return this;
    }

    Timeline add(Person person) {
        person.roles().forEach(each -> add(each.period()));
        person.facts().forEach(each -> add(each.period()));
        return this;
    }

    /** Runs of days within which nothing begins or ends; together they are every day. */
    List<Period> runs() {
        return Period.runs(periods);
    }

    /** A day of a run. */
    static LocalDate of(Period run) {
        return run.day(LocalDate.EPOCH);
    }

    /** One run for two of which the second begins where the first ends. */
    static Period joined(Period one, Period next) {
        return new Period(one.from(), next.until());
    }

    static boolean meet(Period one, Period next) {
        return one.until()
                .map(day -> Optional.of(day.plusDays(1)).equals(next.from()))
                .orElse(false);
    }
}
