package dev.remit.analyze.people;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.RegisterVariables;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states that projects and people of a register are in, numbered as they are met. Registers are long and their states
 * are few, so whoever asks works with the numbers.
 */
final class RegisterStates {
    /** The number of there being no project. */
    static final int NO_PROJECT = -1;
    /** The number of a project or person that a register does not have. */
    static final int ABSENT = -2;

    private final Space space;
    private final RegisterVariables registered;
    private final Assignment open;
    private final List<Project> projects;
    private final List<Person> people;
    private final Map<Id.Project, Integer> places = new HashMap<>();
    private final List<Assignment> states = new ArrayList<>();
    private final Map<Assignment, Integer> numbers = new HashMap<>();
    private final List<Person.OnDay> standings = new ArrayList<>();
    private final Map<Person.OnDay, Integer> standingNumbers = new HashMap<>();

    RegisterStates(Policy policy, Space space, Registers registers) {
        this.space = space;
        registered = new RegisterVariables(policy.vocabulary(), space);
        open = Assignment.open(space);
        projects = List.copyOf(registers.projects().values());
        people = List.copyOf(registers.people().values());
        for (Project each : projects) {
            places.put(each.id(), places.size());
        }
    }

    Space space() {
        return space;
    }

    List<Project> projects() {
        return projects;
    }

    List<Person> people() {
        return people;
    }

    /** The place of a project in the register; empty if it is not there. */
    Optional<Integer> place(Id.Project project) {
        return Optional.ofNullable(places.get(project));
    }

    /** The number of the state that a project is in on a day. */
    int state(Project project, LocalDate day) {
        Assignment state = registered.with(open, project.on(day)).orElseThrow();
        Integer number = numbers.putIfAbsent(state, states.size());
        if (number == null) {
            states.add(state);
            return states.size() - 1;
        }
        return number;
    }

    /** The state of a number, on nothing but the project. */
    Assignment state(int number) {
        return states.get(number);
    }

    /** The state of there being no project; empty if there can be no such questions. */
    Optional<Assignment> noProject() {
        return registered.withoutProject(open);
    }

    private int number(Person.OnDay person) {
        Integer number = standingNumbers.putIfAbsent(person, standings.size());
        if (number == null) {
            standings.add(person);
            return standings.size() - 1;
        }
        return number;
    }

    /** What the register says of a person on a day, for a project on which they are named or for none. */
    int standing(Person person, LocalDate day, Optional<Id.Project> project) {
        return number(person.on(day, project));
    }

    /** What the register says of a person on a day. */
    PersonStanding standing(Person person, LocalDate day) {
        int elsewhere = standing(person, day, Optional.empty());
        Map<Id.Project, Integer> named = new LinkedHashMap<>();
        for (Id.Project each : person.projects()) {
            int there = standing(person, day, Optional.of(each));
            if (there != elsewhere && places.containsKey(each)) {
                named.put(each, there);
            }
        }
        return new PersonStanding(elsewhere, named);
    }

    /** The roles that somebody holds, by the number of what the register says of them. */
    Person.OnDay standing(int number) {
        return standings.get(number);
    }

    /** A question about somebody of a standing, for a project in a state or for none; the role is left as it is. */
    Assignment question(Assignment asked, int standing, int state) {
        Assignment about = registered.with(asked, standings.get(standing));
        if (state == NO_PROJECT) {
            return registered.withoutProject(about).orElseThrow();
        }
        int[] values = about.values();
        int[] said = states.get(state).values();
        registered.ofProjects().forEach(each -> values[each.index()] = said[each.index()]);
        return Assignment.of(space, values);
    }

    /**
     * What the register says of a person.
     *
     * @param elsewhere the number of it where they are not named
     * @param named the number of it for each project for which it is something else
     */
    record PersonStanding(int elsewhere, Map<Id.Project, Integer> named) {
        /** Nobody: not in the register. */
        static final PersonStanding NOBODY = new PersonStanding(ABSENT, Map.of());

        /** The number of it for a project. */
        int on(Id.Project project) {
            return named.getOrDefault(project, elsewhere);
        }
    }
}
