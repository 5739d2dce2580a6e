package dev.remit.analyze.people;

import dev.remit.model.Id;
import dev.remit.model.Person;
import dev.remit.model.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which entries of two registers are of the same projects and people.
 *
 * @param projects the projects of either register, by id
 * @param people the people of either register, by id
 * @param places the place of each project in the list of projects
 * @param named the places of the people who are named on a project, in the list of people; only within one register
 * @param isOne whether both are the same register
 */
record RegisterAlignment(
        Entries<Id.Project, Project> projects,
        Entries<Id.Person, Person> people,
        Map<Id.Project, Integer> places,
        Map<Id.Project, List<Integer>> named,
        boolean isOne) {
    private static final int NOWHERE = -1;

    /**
     * Entries of two registers.
     *
     * @param ids the ids of either register, in order
     * @param entries the entry of each, the newer one if both registers have it
     * @param before the place of each in the register before; negative if it is not there
     * @param after the place of each in the register after; negative if it is not there
     */
    record Entries<K, E>(List<K> ids, List<E> entries, List<Integer> before, List<Integer> after) {}

    static RegisterAlignment of(RegisterStates before, RegisterStates after) {
        Entries<Id.Project, Project> projects = entries(before.projects(), after.projects(), Project::id);
        Map<Id.Project, Integer> places = new HashMap<>(2 * projects.ids.size());
        projects.ids.forEach(each -> places.put(each, places.size()));
        Entries<Id.Person, Person> people = entries(before.people(), after.people(), Person::id);
        Map<Id.Project, List<Integer>> named = before == after ? named(people.entries) : Map.of();
        return new RegisterAlignment(projects, people, places, named, before == after);
    }

    private static Map<Id.Project, List<Integer>> named(List<Person> people) {
        Map<Id.Project, List<Integer>> named = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            for (Id.Project each : people.get(i).projects()) {
                named.computeIfAbsent(each, none -> new ArrayList<>(2)).add(i);
            }
        }
        return named;
    }

    /** Goes through two registers, which both are in the order of their ids, side by side. */
    private static <K extends Comparable<K>, E> Entries<K, E> entries(
            List<E> before, List<E> after, Function<E, K> id) {
        if (before == after) {
            List<Integer> places = IntStream.range(0, after.size()).boxed().toList();
            return new Entries<>(after.stream().map(id).toList(), after, places, places);
        }
        Entries<K, E> entries = new Entries<>(
                new ArrayList<>(after.size()),
                new ArrayList<>(after.size()),
                new ArrayList<>(after.size()),
                new ArrayList<>(after.size()));
        int was = 0;
        int is = 0;
        while (was < before.size() || is < after.size()) {
            int order = was == before.size()
                    ? 1
                    : is == after.size() ? -1 : id.apply(before.get(was)).compareTo(id.apply(after.get(is)));
            E entry = order < 0 ? before.get(was) : after.get(is);
            entries.ids.add(id.apply(entry));
            entries.entries.add(entry);
            entries.before.add(order <= 0 ? was++ : NOWHERE);
            entries.after.add(order >= 0 ? is++ : NOWHERE);
        }
        return entries;
    }
}
