package dev.remit.analyze.lint;

import dev.remit.diagram.ConditionSets;
import dev.remit.diagram.Regions;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.Route;
import dev.remit.model.RouteMode;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.model.Treatment;
import dev.remit.model.WorkCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of an overlap as sets of complete questions. The sets constrain knowledge and wishes alone, since role,
 * activity, level, category and route are fixed there. No set holds questions that break a constraint.
 */
final class RuleSets {
    private final Policy policy;
    private final Regions regions;
    private final ConditionSets conditions;
    private final int possible;
    private final Map<Terms, Map<List<Treatment>, Integer>> ways = new HashMap<>();

    private final Map<Pair, Integer> alike = new HashMap<>();

    /** The terms of two permits. */
    private record Pair(Terms one, Terms other) {}

    /** On which terms a permit admits patients who opted out. */
    private record Terms(List<Stance> stances, List<RouteMode> modes) {}

    /** Sets within an empty store. */
    RuleSets(Policy policy, Regions regions) {
        this.policy = policy;
        this.regions = regions;
        conditions = new ConditionSets(regions);
        possible = conditions.possible(policy);
    }

    Regions regions() {
        return regions;
    }

    Rule rule(int place) {
        return policy.rules().get(place);
    }

    /** The work category where rules overlap; any one of those that make no difference. */
    Optional<WorkCategory> category(RuleOverlap.Where where) {
        return regions.space()
                .category()
                .map(each -> policy.vocabulary().categories().get(where.any(each)));
    }

    /** The route where rules overlap; any one of those that make no difference. */
    Optional<Route> route(RuleOverlap.Where where) {
        return regions.space().route().map(each -> policy.vocabulary().routes().get(where.any(each)));
    }

    /** The questions that break no constraint. */
    int possible() {
        return possible;
    }

    /** The possible questions in which a condition holds. */
    int where(Condition condition) {
        return regions.and(conditions.of(condition), possible);
    }

    /** The questions in which just one of two conditions holds. */
    int between(Condition one, Condition other) {
        int first = where(one);
        int second = where(other);
        return regions.or(regions.minus(first, second), regions.minus(second, first));
    }

    /** The questions that ask to include the patients of a register. */
    int including(Id.Register register) {
        return conditions.only(regions.space().wish(register), OptOutRequest.INCLUDE.ordinal());
    }

    /**
     * How a permit treats opted-out patients: each way with its questions. In all other questions it is not admissible.
     */
    Map<List<Treatment>, Integer> ways(int place, List<RouteMode> modes) {
        Terms terms = terms(rule(place), modes);
        Map<List<Treatment>, Integer> known = ways.get(terms);
        if (known == null) {
            known = new LinkedHashMap<>(Map.of(List.of(), regions.all()));
            for (int i = 0; i < modes.size(); i++) {
                known = furthered(known, policy.vocabulary().registers().get(i), terms, i);
            }
            ways.put(terms, known);
        }
        return known;
    }

    /** The terms of a rule under the modes of a place. */
    private Terms terms(Rule rule, List<RouteMode> modes) {
        List<Stance> stances = new ArrayList<>();
        for (int i = 0; i < modes.size(); i++) {
            stances.add(Stance.on(
                    policy.vocabulary().registers().get(i).id(), modes.get(i).mode(), rule.stances()));
        }
        return new Terms(stances, modes);
    }

    private Map<List<Treatment>, Integer> furthered(
            Map<List<Treatment>, Integer> known, OptOutRegister register, Terms terms, int at) {
        Map<Treatment, Integer> next = new LinkedHashMap<>();
        for (OptOutRequest wish : OptOutRequest.values()) {
            int asked = conditions.only(regions.space().wish(register.id()), wish.ordinal());
            int held = conditions.of(new Condition.Permitted(register.id()));
            int mayHold = conditions.of(terms.modes.get(at).mayHold());
            for (int state = 0; state < 4; state++) {
                boolean isHeld = (state & 1) != 0;
                boolean isPossible = (state & 2) != 0;
                int here =
                        regions.and(asked, regions.and(regions.side(held, isHeld), regions.side(mayHold, isPossible)));
                Treatment.of(terms.modes.get(at).mode(), terms.stances.get(at), wish, isHeld, isPossible)
                        .ifPresent(treatment -> next.merge(treatment, here, regions::or));
            }
        }
        Map<List<Treatment>, Integer> all = new LinkedHashMap<>();
        known.forEach((treatments, set) -> next.forEach((treatment, more) -> {
            List<Treatment> longer = new ArrayList<>(treatments);
            longer.add(treatment);
            all.put(longer, regions.and(set, more));
        }));
        return all;
    }

    /** The questions in which a permit is admissible. */
    int admissible(int place, List<RouteMode> modes) {
        return alike(place, place, modes);
    }

    /** The questions in which two permits treat opted-out patients alike, both being admissible. */
    int alike(int one, int other, List<RouteMode> modes) {
        return alike.computeIfAbsent(
                new Pair(terms(rule(one), modes), terms(rule(other), modes)),
                pair -> alike(ways(one, modes), ways(other, modes)));
    }

    private int alike(Map<List<Treatment>, Integer> ofOne, Map<List<Treatment>, Integer> ofOther) {
        int set = regions.none();
        for (var way : ofOne.entrySet()) {
            int same = ofOther.getOrDefault(way.getKey(), regions.none());
            set = regions.or(set, regions.and(way.getValue(), same));
        }
        return set;
    }
}
