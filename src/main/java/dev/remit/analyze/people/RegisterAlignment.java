package dev.remit.analyze.people;

import dev.remit.model.Id;
import dev.remit.model.Person;
import dev.remit.model.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which entries of two registers are of the same projects and people.
 *
 * @param projects the projects of either register, by id
 * @param people the people of either register, by id
 * @param isOne whether both are the same register
 */
record RegisterAlignment(Entries<Id.Project, Project> projects, Entries<Id.Person, Person> people, boolean isOne) {
    private static final int NOWHERE = -1;

    /**
     * Entries of two registers.
     *
     * @param ids the ids of either register, in order
     * @param entries the entry of each, the newer one if both registers have it
     * @param before the place of each in the register before; negative if it is not there
     * @param after the place of each in the register after; negative if it is not there
     * @param places the place of each in these lists
     */
    record Entries<K, E>(
            List<K> ids, List<E> entries, List<Integer> before, List<Integer> after, Map<K, Integer> places) {}

    static RegisterAlignment of(RegisterStates before, RegisterStates after) {
        return new RegisterAlignment(
                entries(before.projects(), after.projects(), Project::id),
                entries(before.people(), after.people(), Person::id),
                before == after);
    }

    private static <K extends Comparable<K>, E> Entries<K, E> entries(
            List<E> before, List<E> after, Function<E, K> id) {
        Map<K, Integer> was = places(before, id);
        Map<K, Integer> is = before == after ? was : places(after, id);
        Set<K> ids = new TreeSet<>(was.keySet());
        ids.addAll(is.keySet());
        List<E> entries = new ArrayList<>(ids.size());
        List<Integer> placesBefore = new ArrayList<>(ids.size());
        List<Integer> placesAfter = new ArrayList<>(ids.size());
        Map<K, Integer> places = new HashMap<>();
        for (K each : ids) {
            int old = was.getOrDefault(each, NOWHERE);
            int now = is.getOrDefault(each, NOWHERE);
            places.put(each, places.size());
            placesBefore.add(old);
            placesAfter.add(now);
            entries.add(now >= 0 ? after.get(now) : before.get(old));
        }
        return new Entries<>(List.copyOf(ids), entries, placesBefore, placesAfter, places);
    }

    private static <K, E> Map<K, Integer> places(List<E> entries, Function<E, K> id) {
        Map<K, Integer> places = new HashMap<>();
        entries.forEach(each -> places.put(id.apply(each), places.size()));
        return places;
    }
}
