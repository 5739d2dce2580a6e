package dev.remit.analyze.people;

import dev.remit.model.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Collects the projects for which each of some things is so.
 *
 * @param <T> the things
 */
final class ProjectSets<T> {
    private final Map<T, Parts> parts = new LinkedHashMap<>();

    /** The projects of one thing. */
    private static final class Parts {
        private boolean none;
        private final TreeSet<Id.Project> named = new TreeSet<>();
        private final List<ProjectSet.Group> groups = new ArrayList<>();
        private final TreeSet<Id.Project> except = new TreeSet<>();
    }

    private Parts of(T thing) {
        return parts.computeIfAbsent(thing, none -> new Parts());
    }

    /** It is so without a project. */
    void addNone(T thing) {
        of(thing).none = true;
    }

    /** It is so for a project. */
    void add(T thing, Id.Project project) {
        of(thing).named.add(project);
    }

    /** It is so for all projects of a group but some, if there are others. */
    void add(T thing, ProjectSet.Group group, List<Id.Project> but) {
        if (but.size() < group.projects().size()) {
            Parts found = of(thing);
            found.groups.add(group);
            found.except.addAll(but);
        }
    }

    /** Everything that was added, in the order in which it was first. */
    <R> List<R> all(BiFunction<T, ProjectSet, R> made) {
        List<R> all = new ArrayList<>();
        parts.forEach((thing, each) -> all.add(
                made.apply(thing, new ProjectSet(each.none, List.copyOf(each.named), each.groups, each.except))));
        return all;
    }
}
