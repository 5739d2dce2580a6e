package dev.remit.analyze.people;

import dev.remit.analyze.people.RegisterStates.PersonStanding;
import dev.remit.model.Person;
import dev.remit.model.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    /** The registers on a later day, if nothing differs but the entries that have a border on it. */
    RegisterView next(LocalDate later, RegisterBorders changed) {
        List<Integer> projectsThen = new ArrayList<>(projects);
        List<PersonStanding> peopleThen = new ArrayList<>(people);
        changed.projects()
                .forEach(i -> projectsThen.set(i, states.state(states.projects().get(i), later)));
        changed.people()
                .forEach(i -> peopleThen.set(i, states.standing(states.people().get(i), later)));
        return new RegisterView(states, projectsThen, peopleThen);
    }
}
