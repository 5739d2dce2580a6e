package dev.remit.model;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The projects and people of a bundle. Both may be empty. No two projects share a name.
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
        check(projects);
    }

    private static void check(Map<Id.Project, Project> projects) {
        Set<Id.Project> others = new HashSet<>();
        for (Project each : projects.values()) {
            for (Id.Project name : each.also()) {
                if (projects.containsKey(name) || !others.add(name)) {
                    throw new IllegalArgumentException("projects: two have the name " + name);
                }
            }
        }
    }

    /** Every project by each of its names. */
    public Map<Id.Project, Project> projectsByName() {
        Map<Id.Project, Project> named = new LinkedHashMap<>(projects);
        projects.values().forEach(each -> each.also().forEach(name -> named.put(name, each)));
        return named;
    }
}
