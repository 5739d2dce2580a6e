package dev.remit.analyze.prove;

import dev.remit.analyze.prove.ProjectStays.Stay;
import dev.remit.model.Assignment;
import dev.remit.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the registers say about a person for some projects, or for none: the state of the projects and what is true of the
 * person, the role left open.
 *
 * @param assignment the state
 * @param roles the roles held for these projects that can matter, each with everything else left open
 * @param stays the projects that are in it, and when
 * @param windows the days on which some project is in it, in order and apart
 */
record PersonState(Assignment assignment, List<Assignment> roles, List<Stay> stays, List<Period> windows) {

    static PersonState of(Assignment assignment, List<Assignment> roles, List<Stay> stays) {
        return new PersonState(assignment, roles, stays, windows(stays));
    }

    /** The days of some stays, in order and apart. */
    static List<Period> windows(List<Stay> stays) {
        List<Period> sorted = stays.stream()
                .map(Stay::days)
                .sorted(Comparator.comparing(Period::first))
                .toList();
        List<Period> windows = new ArrayList<>();
        for (Period next : sorted) {
            int last = windows.size() - 1;
            Optional<Period> both =
                    last < 0 ? Optional.empty() : windows.get(last).joined(next);
            if (both.isPresent()) {
                windows.set(last, both.get());
            } else {
                windows.add(next);
            }
        }
        return windows;
    }

    /** The first days, among some, on which there are projects both in this state and in another. */
    Optional<Period> together(PersonState other, Period among) {
        for (Period each : windows) {
            for (Period theirs : other.windows) {
                Optional<Period> common = each.and(theirs).flatMap(among::and);
                if (common.isPresent()) {
                    return common;
                }
            }
        }
        return Optional.empty();
    }

    /** The first project that is in this state on a day on which there is one. */
    Stay on(LocalDate day) {
        return stays.stream()
                .filter(stay -> stay.days().contains(day))
                .findFirst()
                .orElseThrow();
    }
}
