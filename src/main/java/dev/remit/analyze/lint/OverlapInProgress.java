package dev.remit.analyze.lint;

import dev.remit.analyze.lint.RuleOverlap.Where;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.RouteMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An overlap of rules under examination: which rules forbid, which permit, and whether one rule changes anything there.
 */
final class OverlapInProgress {
    private final RuleSets sets;
    private final Regions regions;
    private final RuleOverlap overlap;
    private final Where where;
    private final List<Integer> permits = new ArrayList<>();
    private final List<Integer> forbids = new ArrayList<>();
    private final Map<Integer, Set<Id.Obligation>> duties = new HashMap<>();
    private final int barred;

    OverlapInProgress(RuleSets sets, RuleOverlap overlap, Where where) {
        this.sets = sets;
        this.overlap = overlap;
        this.where = where;
        regions = sets.regions();
        int forbidden = regions.none();
        for (int place : overlap.rules().stream().toArray()) {
            if (sets.rule(place).isPermit()) {
                permits.add(place);
            } else {
                forbids.add(place);
                forbidden = regions.or(forbidden, applies(place));
            }
        }
        barred = forbidden;
    }

    RuleSets sets() {
        return sets;
    }

    List<Integer> permits() {
        return permits;
    }

    List<Integer> forbids() {
        return forbids;
    }

    List<RouteMode> modes() {
        return overlap.modes();
    }

    /** The possible questions in which a rule applies here. */
    int applies(int place) {
        return sets.where(here(sets.rule(place).when()));
    }

    /** The questions here in which just one of two conditions holds. */
    int between(Condition one, Condition other) {
        return sets.between(here(one), here(other));
    }

    private Condition here(Condition condition) {
        return overlap.level().map(level -> Condition.on(condition, level)).orElse(condition);
    }

    /** The possible questions that some rule forbids. */
    int barred() {
        return barred;
    }

    /** Whether some permit grants anything. */
    boolean grantsAnything() {
        return permits.stream().anyMatch(permit -> grantedBy(permit) != regions.none());
    }

    /** The questions that one permit grants. */
    int grantedBy(int permit) {
        return regions.minus(regions.and(applies(permit), sets.admissible(permit, modes())), barred);
    }

    /** What comes with a grant by one permit, however patients are treated. */
    Set<Id.Obligation> duties(int permit) {
        return duties.computeIfAbsent(
                permit, place -> sets.rule(place).duties(sets.category(where), sets.route(where), List.of()));
    }

    /** The questions, out of some possible ones, in which it makes a difference whether one rule applies. */
    int turnsOn(int place, int some) {
        return sets.rule(place).isPermit() ? ownGrants(place, some) : ownBars(place, some);
    }

    /** The questions that no other rule forbids. */
    private int ownBars(int forbid, int some) {
        int left = some;
        for (int other : forbids) {
            if (left == regions.none()) {
                break;
            }
            left = other == forbid ? left : regions.minus(left, applies(other));
        }
        return left;
    }

    /**
     * The questions that no rule forbids, in which the permit is admissible and no other grants the same with the same
     * duties.
     */
    private int ownGrants(int permit, int some) {
        int left = regions.minus(regions.and(some, sets.admissible(permit, modes())), barred);
        Set<Id.Obligation> own = duties(permit);
        for (int other : permits) {
            if (left == regions.none()) {
                break;
            }
            if (other != permit && duties(other).equals(own)) {
                left = regions.minus(left, regions.and(applies(other), sets.alike(permit, other, modes())));
            }
        }
        return left;
    }

    /** The questions that are not permitted because of one forbidding rule alone. */
    int withheldBy(int forbid) {
        int own = ownBars(forbid, applies(forbid));
        int withheld = regions.none();
        for (int permit : permits) {
            if (own == regions.none()) {
                break;
            }
            withheld = regions.or(withheld, regions.and(applies(permit), sets.admissible(permit, modes())));
        }
        return regions.and(own, withheld);
    }

    /** A question of a set that is not empty, asked where the rules overlap. */
    Assignment question(int set) {
        return where.here(regions.any(set).orElseThrow());
    }
}
