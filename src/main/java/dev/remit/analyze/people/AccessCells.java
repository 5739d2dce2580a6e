package dev.remit.analyze.people;

import dev.remit.analyze.Region;
import dev.remit.analyze.access.AccessReview;
import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.decide.Answer;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.PermitCondition;
import dev.remit.decide.PermitConditionList;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is permitted to somebody of a standing, for a project in a state. Each is worked out once. */
final class AccessCells {
    private final DecisionPoint decisions;
    private final RegisterStates states;
    private final Assignment asked;
    private final Space space;
    private final Map<Key, List<InRole>> known = new HashMap<>();
    private final Map<Assignment, Optional<InRole>> byQuestion = new HashMap<>();
    private final Map<Id.Role, Map<List<Permitted>, InRole>> kept = new HashMap<>();
    private Optional<AccessReview> review = Optional.empty();

    private record Key(int standing, int state) {}

    /**
     * Prepares to answer.
     *
     * @param asked what is asked about; what registers say takes the place of what it says about people and projects
     */
    AccessCells(DecisionPoint decisions, RegisterStates states, Assignment asked) {
        this.decisions = decisions;
        this.states = states;
        this.asked = asked;
        space = states.space();
    }

    /** What is permitted in each role, in the order of the vocabulary; roles in which nothing is are left out. */
    List<InRole> of(int standing, int state) {
        if (standing == RegisterStates.ABSENT || state == RegisterStates.ABSENT) {
            return List.of();
        }
        Key key = new Key(standing, state);
        List<InRole> found = known.get(key);
        if (found == null) {
            found = work(standing, state);
            known.put(key, found);
        }
        return found;
    }

    private List<InRole> work(int standing, int state) {
        Map<Integer, Id.Role> roles = new TreeMap<>();
        for (Id.Role each : states.standing(standing).roles()) {
            int place = space.role().place(each.value());
            if (place >= 0 && (asked.isOpen(space.role()) || asked.value(space.role()) == place)) {
                roles.put(place, each);
            }
        }
        if (roles.isEmpty()) {
            return List.of();
        }
        Assignment question = states.question(asked, standing, state);
        List<InRole> permitted = new ArrayList<>();
        roles.forEach((place, role) -> byQuestion
                .computeIfAbsent(question.with(space.role(), place), each -> inRole(role, each))
                .ifPresent(permitted::add));
        return List.copyOf(permitted);
    }

    private Optional<InRole> inRole(Id.Role role, Assignment question) {
        List<Permitted> permitted = permitted(question);
        return permitted.isEmpty()
                ? Optional.empty()
                : Optional.of(kept.computeIfAbsent(role, none -> new HashMap<>())
                        .computeIfAbsent(permitted, each -> new InRole(role, each)));
    }

    private List<Permitted> permitted(Assignment question) {
        List<Permitted> permitted = new ArrayList<>();
        for (Assignment activity : each(question, space.activity())) {
            for (Assignment cell : each(activity, space.level())) {
                if (decisions.outcome(cell).answer() != Answer.DENIED) {
                    List<List<ValueRestriction>> ways = ways(cell);
                    if (!ways.isEmpty()) {
                        permitted.add(new Permitted(
                                new Id.Activity(cell.word(space.activity())),
                                new Id.Level(cell.word(space.level())),
                                ways));
                    }
                }
            }
        }
        return List.copyOf(permitted);
    }

    private static List<Assignment> each(Assignment question, Variable variable) {
        if (!question.isOpen(variable)) {
            return List.of(question);
        }
        List<Assignment> all = new ArrayList<>();
        for (int value = 0; value < variable.size(); value++) {
            all.add(question.with(variable, value));
        }
        return all;
    }

    private List<List<ValueRestriction>> ways(Assignment cell) {
        PermitConditionList conditions = decisions.permitConditions(cell);
        if (!conditions.complete()) {
            AccessReview wide = review.orElseGet(() -> AccessReview.of(decisions));
            review = Optional.of(wide);
            return wide.when(cell).stream().map(Region::so).toList();
        }
        return conditions.conditions().stream().map(each -> way(each, cell)).toList();
    }

    private List<ValueRestriction> way(PermitCondition condition, Assignment cell) {
        List<ValueRestriction> way = new ArrayList<>();
        condition
                .category()
                .ifPresent(id -> space.category()
                        .filter(cell::isOpen)
                        .ifPresent(each -> way.add(new ValueRestriction(each, List.of(id.value())))));
        condition
                .route()
                .ifPresent(id -> space.route()
                        .filter(cell::isOpen)
                        .ifPresent(each -> way.add(new ValueRestriction(each, List.of(id.value())))));
        way.addAll(condition.assumptions());
        return way;
    }
}
