package dev.remit.analyze;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One difference between two policies: the same thing happens to every question of a region.
 *
 * @param kind what happens
 * @param dropped the duties that no longer come with it; only where it is permitted before and after
 * @param added the duties that newly come with it; only where it is permitted before and after
 * @param population for each register whose patients are treated differently, how they were and are; only where it is
 *     permitted before and after
 * @param region the questions it happens to
 * @param causes what was edited that brings it about, as policy paths such as {@code rules.research-run}
 */
public record AccessChange(
        Kind kind,
        Set<Id.Obligation> dropped,
        Set<Id.Obligation> added,
        Map<Id.Register, Treated> population,
        Region region,
        List<String> causes) {
    public AccessChange {
        requireNonNull(kind, "kind");
        dropped = Set.copyOf(dropped);
        added = Set.copyOf(added);
        population = Map.copyOf(population);
        requireNonNull(region, "region");
        causes = List.copyOf(causes);
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
        SAME
    }

    /**
     * The most inclusive treatments of a register's patients, before and after.
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

    /** Whether this widens or narrows access. */
    public Direction direction() {
        return switch (kind) {
            case GAINED -> Direction.WIDER;
            case LOST -> Direction.NARROWER;
            case REASON -> Direction.SAME;
            case CHANGED -> {
                boolean more =
                        population.values().stream().anyMatch(each -> includes(each.after()) > includes(each.before()));
                yield more || !dropped.isEmpty() ? Direction.WIDER : Direction.NARROWER;
            }
        };
    }

    /** How far a treatment may include patients who said no: not at all, perhaps, or certainly. */
    private static int includes(Treatment treatment) {
        return switch (treatment) {
            case EXCLUDED_BY_FILTER, EXCLUDED_BY_DECLARATION, NOT_APPLICABLE -> 0;
            case DECLARATION_REQUIRED, SETTLED_UPSTREAM -> 1;
            case NOT_ENFORCEABLE, INCLUDED_BY_DECLARATION, INCLUDED -> 2;
        };
    }

    /** The widest of the directions of some changes. */
    static Direction widest(List<AccessChange> changes) {
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        changes.forEach(each -> directions.add(each.direction()));
        if (directions.contains(Direction.WIDER)) {
            return Direction.WIDER;
        }
        return directions.contains(Direction.NARROWER) ? Direction.NARROWER : Direction.SAME;
    }
}
