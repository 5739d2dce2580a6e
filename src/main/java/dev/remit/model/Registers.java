package dev.remit.model;

import java.util.Map;

/**
 * The projects and people of a bundle. Both may be empty.
 *
 * @param projects the project register
 * @param people the people register
 */
public record Registers(Map<Id.Project, Project> projects, Map<Id.Person, Person> people) {

    /** Registers that know nobody and nothing. */
    public static final Registers EMPTY = new Registers(Map.of(), Map.of());

    public Registers {
        projects = Sorted.map(projects);
        people = Sorted.map(people);
    }
}
