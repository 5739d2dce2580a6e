package dev.remit.analyze.people;

import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The entries of registers of which something begins on a day, or has ended on the day before.
 *
 * @param projects the places of the projects, ascending
 * @param people the places of the people, ascending
 */
record RegisterBorders(List<Integer> projects, List<Integer> people) {
    private RegisterBorders() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /** The days within a period on which something begins or has ended, each with the entries. */
    static SortedMap<LocalDate, RegisterBorders> of(List<Project> projects, List<Person> people, Period within) {
        SortedMap<LocalDate, RegisterBorders> borders = new TreeMap<>();
        for (int i = 0; i < projects.size(); i++) {
            int place = i;
            projects.get(i).periods().forEach(each -> days(each, within, day -> add(of(borders, day).projects, place)));
        }
        for (int i = 0; i < people.size(); i++) {
            int place = i;
            people.get(i).periods().forEach(each -> days(each, within, day -> add(of(borders, day).people, place)));
        }
        return borders;
    }

    private static RegisterBorders of(Map<LocalDate, RegisterBorders> borders, LocalDate day) {
        return borders.computeIfAbsent(day, none -> new RegisterBorders());
    }

    /** Gives the first day of a period, and the one after its last, as far as they lie within another. */
    private static void days(Period period, Period within, Consumer<LocalDate> day) {
        if (period.from().isPresent() && within.contains(period.first())) {
            day.accept(period.first());
        }
        if (period.until().isPresent() && within.contains(period.last().plusDays(1))) {
            day.accept(period.last().plusDays(1));
        }
    }

    /** Adds a place that is none before the last one. */
    private static void add(List<Integer> places, int place) {
        if (places.isEmpty() || places.get(places.size() - 1) != place) {
            places.add(place);
        }
    }
}
