package dev.remit.analyze.people;

import dev.remit.analyze.people.RegisterStates.PersonStanding;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The registers as they are on a day.
 *
 * @param states the numbers used
 * @param projects the number of the state of each project, in the order of the register
 * @param people what is said of each person, in the order of the register
 */
record RegisterView(RegisterStates states, List<Integer> projects, List<PersonStanding> people) {

    static RegisterView on(LocalDate day, RegisterStates states) {
        List<Integer> projects = new ArrayList<>(states.projects().size());
        for (Project each : states.projects()) {
            projects.add(states.state(each, day));
        }
        List<PersonStanding> people = new ArrayList<>(states.people().size());
        for (Person each : states.people()) {
            people.add(states.standing(each, day));
        }
        return new RegisterView(states, projects, people);
    }

    /**
     * The entries of which something begins on a day, or has ended on the day before.
     *
     * @param projects the places of the projects
     * @param people the places of the people
     */
    record Borders(List<Integer> projects, List<Integer> people) {
        Borders() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** The days within a period on which something begins or has ended, each with the entries. */
    static SortedMap<LocalDate, Borders> borders(RegisterStates states, Period within) {
        SortedMap<LocalDate, Borders> borders = new TreeMap<>();
        for (int i = 0; i < states.projects().size(); i++) {
            for (LocalDate day : RegisterEvent.borders(states.projects().get(i).periods(), within)) {
                borders.computeIfAbsent(day, none -> new Borders()).projects().add(i);
            }
        }
        for (int i = 0; i < states.people().size(); i++) {
            for (LocalDate day : RegisterEvent.borders(states.people().get(i).periods(), within)) {
                borders.computeIfAbsent(day, none -> new Borders()).people().add(i);
            }
        }
        return borders;
    }

    /** The registers on a later day, if nothing differs but the entries that have a border on it. */
    RegisterView next(LocalDate later, Borders changed) {
        List<Integer> projectsThen = new ArrayList<>(projects);
        List<PersonStanding> peopleThen = new ArrayList<>(people);
        changed.projects()
                .forEach(i -> projectsThen.set(i, states.state(states.projects().get(i), later)));
        changed.people()
                .forEach(i -> peopleThen.set(i, states.standing(states.people().get(i), later)));
        return new RegisterView(states, projectsThen, peopleThen);
    }
}
