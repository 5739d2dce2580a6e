package dev.remit.analyze.people;

import dev.remit.model.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Projects in groups that share something.
 *
 * @param <K> what they share
 */
final class ProjectGroups<K> {
    private final Map<K, List<Id.Project>> projects = new LinkedHashMap<>();

    void add(K shared, Id.Project project) {
        projects.computeIfAbsent(shared, none -> new ArrayList<>()).add(project);
    }

    boolean has(K shared) {
        return projects.containsKey(shared);
    }

    /** The projects that share something, as far as they were added. */
    List<Id.Project> of(K shared) {
        return projects.getOrDefault(shared, List.of());
    }

    /** The groups, numbered in the order in which they were begun. */
    Map<K, ProjectSet.Group> all() {
        Map<K, ProjectSet.Group> all = new LinkedHashMap<>();
        projects.forEach((shared, each) -> all.put(shared, new ProjectSet.Group(all.size(), each)));
        return all;
    }
}
