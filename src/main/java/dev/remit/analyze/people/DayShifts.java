package dev.remit.analyze.people;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * What the registers say otherwise from a day on, and what people gain and lose by it.
 *
 * @param day the day
 * @param events what is otherwise
 * @param people who gains or loses something, by id
 */
public record DayShifts(LocalDate day, List<RegisterEvent> events, List<PersonShift> people) {
    public DayShifts {
        requireNonNull(day, "day");
        events = List.copyOf(events);
        people = List.copyOf(people);
    }
}
