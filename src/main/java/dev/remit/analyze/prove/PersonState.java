package dev.remit.analyze.prove;

import dev.remit.analyze.prove.ProjectStays.Stay;
import dev.remit.model.Assignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the registers tell of a person for some projects, or for none: the state of the projects and what is true of the
 * person, the role left open.
 *
 * @param assignment the state
 * @param stays the projects that are in it, and when
 * @param windows the days on which some project is in it, in order and apart
 */
record PersonState(Assignment assignment, List<Stay> stays, List<Days> windows) {

    static PersonState of(Assignment assignment, List<Stay> stays) {
        return new PersonState(assignment, stays, windows(stays));
    }

    /** The days of some stays, in order and apart. */
    static List<Days> windows(List<Stay> stays) {
        List<Days> sorted = stays.stream()
                .map(Stay::days)
                .sorted(Comparator.comparing(Days::from))
                .toList();
        List<Days> windows = new ArrayList<>();
        for (Days next : sorted) {
            int last = windows.size() - 1;
            if (last < 0 || windows.get(last).isApartFrom(next)) {
                windows.add(next);
            } else if (windows.get(last).last().isBefore(next.last())) {
                windows.set(last, new Days(windows.get(last).from(), next.last()));
            }
        }
        return windows;
    }

    /** The first days, among some, on which there are projects both in this standing and in another. */
    Optional<Days> together(PersonState other, Days among) {
        for (Days each : windows) {
            for (Days theirs : other.windows) {
                Optional<Days> common = each.and(theirs).flatMap(among::and);
                if (common.isPresent()) {
                    return common;
                }
            }
        }
        return Optional.empty();
    }

    /** The first project that is in this standing on a day on which there is one. */
    Stay on(Days day) {
        return stays.stream()
                .filter(stay -> stay.days().and(day).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
