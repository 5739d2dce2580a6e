package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.AssignmentSet;
import dev.remit.model.Id;
import dev.remit.model.PolicyPath;
import dev.remit.model.Treatment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One difference between two policies: the same thing happens in all of some situations.
 *
 * @param kind what happens
 * @param direction which way access goes
 * @param dropped the duties that no longer come with it; only where it is permitted before and after
 * @param added the duties that newly come with it; only where it is permitted before and after
 * @param population for each register whose patients are treated differently, how they were and are; only where it is
 *     permitted before and after
 * @param gone where that does not say it all, terms on which it was granted and no longer is
 * @param come where that does not say it all, terms on which it is granted and was not
 * @param where the situations it happens in
 * @param causes what was edited that brings it about, such as {@code rules.research-run}
 */
public record AccessChange(
        Kind kind,
        Direction direction,
        Set<Id.Obligation> dropped,
        Set<Id.Obligation> added,
        Map<Id.Register, Treated> population,
        List<GrantTerms> gone,
        List<GrantTerms> come,
        AssignmentSet where,
        List<PolicyPath> causes) {
    public AccessChange {
        requireNonNull(kind, "kind");
        requireNonNull(direction, "direction");
        dropped = Id.sorted(dropped);
        added = Id.sorted(added);
        population = Id.sorted(population);
        gone = List.copyOf(gone);
        come = List.copyOf(come);
        requireNonNull(where, "where");
        causes = List.copyOf(causes);
    }

    static AccessChange of(Change change, AssignmentSet where, List<PolicyPath> causes) {
        return new AccessChange(
                change.kind(),
                change.direction(),
                change.dropped(),
                change.added(),
                change.population(),
                change.gone(),
                change.come(),
                where,
                causes);
    }

    /** Access that is gained or lost in some situations, whatever the cause. */
    public static AccessChange ofAccess(boolean isGained, AssignmentSet where) {
        return of(Change.ofAccess(isGained), where, List.of());
    }

    /**
     * What changes in some situations whose grants get other terms, whatever the cause; nothing if the terms are the same. Without
     * terms, nothing is granted.
     */
    public static List<AccessChange> ofTerms(Set<GrantTerms> before, Set<GrantTerms> after, AssignmentSet where) {
        return Change.ofTerms(before, after).stream()
                .map(change -> of(change, where, List.of()))
                .toList();
    }

    /** What happens to the questions of a region. */
    public enum Kind {
        /** Permitted now and not before. */
        GAINED,
        /** Permitted before and not now. */
        LOST,
        /** Permitted before and after, with other duties or for other patients. */
        CHANGED,
        /** The answer is the same, but other rules give it. */
        REASON
    }

    /** Which way access goes. */
    public enum Direction {
        /** Nobody may do more, no duty is dropped and no more patients are included. */
        NARROWER,
        /** Somebody may do more, a duty is dropped or more patients are included. */
        WIDER,
        /** Neither. */
        SAME;

        /** The direction of both together: wider as soon as either is. */
        public Direction and(Direction other) {
            return this == WIDER || other == WIDER ? WIDER : this == NARROWER ? NARROWER : other;
        }
    }

    /**
     * The treatments of a register's patients, before and after.
     *
     * @param before how they were treated
     * @param after how they are treated
     */
    public record Treated(Treatment before, Treatment after) {
        public Treated {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }
    }

    /** The widest of the directions of some changes. */
    static Direction widest(List<AccessChange> changes) {
        return changes.stream().map(AccessChange::direction).reduce(Direction.SAME, Direction::and);
    }
}
