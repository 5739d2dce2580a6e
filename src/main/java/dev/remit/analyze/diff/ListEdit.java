package dev.remit.analyze.diff;

import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.model.Id;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is otherwise about the closed list of an attribute, which says of which projects the attribute is true. Questions do
 * not show it, so by rule whoever is added makes it wider, and so does a list that is given up.
 *
 * @param added the projects that are on the list now and were not
 * @param removed the projects that were on the list and are not now
 * @param wasThere whether there was a list
 * @param isThere whether there is one now
 */
public record ListEdit(Set<Id.Project> added, Set<Id.Project> removed, boolean wasThere, boolean isThere) {
    public ListEdit {
        added = Id.sorted(added);
        removed = Id.sorted(removed);
    }

    /** The difference between two lists; empty if there is none. */
    static Optional<ListEdit> between(Optional<Set<Id.Project>> before, Optional<Set<Id.Project>> after) {
        Set<Id.Project> was = before.orElse(Set.of());
        Set<Id.Project> is = after.orElse(Set.of());
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new ListEdit(without(is, was), without(was, is), before.isPresent(), after.isPresent()));
    }

    private static Set<Id.Project> without(Set<Id.Project> projects, Collection<Id.Project> others) {
        Set<Id.Project> left = new TreeSet<>(projects);
        left.removeAll(others);
        return left;
    }

    /** Which way access may go by it. */
    public Direction direction() {
        return added.isEmpty() && isThere ? Direction.NARROWER : Direction.WIDER;
    }

    /** Whether a project comes to be on the list, or is no longer. */
    boolean names(String project) {
        Id.Project id = new Id.Project(project);
        return added.contains(id) || removed.contains(id);
    }
}
