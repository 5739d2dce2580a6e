package dev.remit.analyze.people;

import dev.remit.model.Id;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Projects for which a person may do the same. The groups are shared between people, so that a register of many projects
 * is held once.
 *
 * @param none whether the same holds without a project
 * @param named projects on which more or less is true of the person than on others, by id
 * @param groups projects of which this is not so, in groups that share their state
 * @param except projects of the groups that do not belong here
 */
public record ProjectSet(boolean none, List<Id.Project> named, List<Group> groups, Set<Id.Project> except) {
    public ProjectSet {
        named = List.copyOf(named);
        groups = List.copyOf(groups);
        except = except.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(except));
    }

    /**
     * Projects that share their state.
     *
     * @param number the place of the group within one result
     * @param projects the projects, by id
     */
    public record Group(int number, List<Id.Project> projects) {
        public Group {
            projects = List.copyOf(projects);
        }
    }

    /** How many projects these are. */
    public int count() {
        return named.size()
                - except.size()
                + groups.stream().mapToInt(each -> each.projects().size()).sum();
    }

    /** At most so many of the projects: those named first, then others in the order of the register. */
    public List<Id.Project> first(int most) {
        List<Id.Project> first = new ArrayList<>(named.subList(0, Math.min(most, named.size())));
        for (Group group : groups) {
            for (Id.Project each : group.projects()) {
                if (first.size() >= most) {
                    return first;
                }
                if (!except.contains(each)) {
                    first.add(each);
                }
            }
        }
        return first;
    }

    /** All the projects: those named first, then others in the order of the register. */
    public List<Id.Project> projects() {
        return first(Integer.MAX_VALUE);
    }
}
