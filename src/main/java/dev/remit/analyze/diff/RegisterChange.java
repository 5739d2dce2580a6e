package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.model.Id;
import dev.remit.model.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is otherwise about one project or person of the registers, and what comes of it.
 *
 * @param entry whose entry it is
 * @param id the id of the project or person
 * @param title the title or name, as it is now or, if the entry is gone, as it was
 * @param edits what is written otherwise
 * @param effects what access changes by it, and when; under the newer policy
 * @param people the people named on a project whose own access to it changes
 */
public record RegisterChange(
        Entry entry, String id, String title, List<Edited> edits, List<Effect> effects, List<Id.Person> people) {
    public RegisterChange {
        requireNonNull(entry, "entry");
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        edits = List.copyOf(edits);
        effects = List.copyOf(effects);
        people = List.copyOf(people);
    }

    /** The register an entry stands in. */
    public enum Entry {
        PROJECT,
        PERSON
    }

    /**
     * One thing written otherwise.
     *
     * @param what the thing, such as {@code kind} or {@code permission type-1}
     * @param before what it was; empty if it is new
     * @param after what it is; empty if it is gone
     * @param direction which way it goes by itself: a permission for more days is wider, one for fewer narrower
     */
    public record Edited(String what, Optional<String> before, Optional<String> after, Direction direction) {
        public Edited {
            requireNonNull(what, "what");
            requireNonNull(before, "before");
            requireNonNull(after, "after");
            requireNonNull(direction, "direction");
        }
    }

    /**
     * What access changes on some days.
     *
     * @param period the days
     * @param projects for a person, the projects it is about; none if it is any project the person is not named on
     * @param changes what changes
     */
    public record Effect(Period period, List<Id.Project> projects, List<AccessChange> changes) {
        public Effect {
            requireNonNull(period, "period");
            projects = List.copyOf(projects);
            changes = List.copyOf(changes);
        }
    }

    /** Which way access goes by it. */
    public Direction direction() {
        return Stream.concat(
                        edits.stream().map(Edited::direction),
                        effects.stream().map(each -> AccessChange.widest(each.changes())))
                .reduce(Direction.SAME, Direction::and);
    }
}
