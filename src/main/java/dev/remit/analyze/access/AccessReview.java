package dev.remit.analyze.access;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.Progress;
import dev.remit.analyze.Region;
import dev.remit.analyze.region.QuestionSetStore;
import dev.remit.analyze.region.QuestionSets;
import dev.remit.analyze.region.ReachedGrants;
import dev.remit.decide.Answer;
import dev.remit.decide.Basis;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Grant;
import dev.remit.decide.Outcome;
import dev.remit.decide.PermitCondition;
import dev.remit.decide.PermitConditionList;
import dev.remit.decide.ValueRestriction;
import dev.remit.diagram.Leaf;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds who may do what under a policy, with the exact conditions, for questions that may leave anything open. Not safe
 * for use by several threads at once.
 */
public final class AccessReview {
    private final Policy policy;
    private final DecisionPoint decisions;
    private final QuestionSetStore questions;

    private AccessReview(DecisionPoint decisions) {
        this.decisions = decisions.unheard();
        policy = decisions.policy();
        questions = new QuestionSetStore(decisions.compiled());
    }

    /**
     * Prepares to answer for the policy of a decision point; projects and people play no part.
     *
     * @throws TooLargeException if the impossible states are too many to represent; every method that answers also
     *     throws it if the conditions of its answer are
     */
    public static AccessReview of(DecisionPoint decisions) {
        return new AccessReview(decisions);
    }

    /** The policy that is asked about. */
    public Policy policy() {
        return policy;
    }

    /** How many nodes were made for the sets of questions looked at so far. */
    int nodes() {
        return questions.nodes();
    }

    /** The space of the policy's questions. */
    public Space space() {
        return decisions.space();
    }

    /**
     * The conditions under which a question is permitted: any one of these regions will do. They are as few and as wide
     * as possible, and do not repeat what the question says; states that break a constraint are left out.
     *
     * @param asked the known part of the question; anything may be open, including role, activity and level; what is
     *     asked about opted-out patients is as it says
     * @return the regions, in order: none if it is never permitted, one without conditions if it always is
     */
    public List<Region> when(Assignment asked) {
        return questions.fitting(
                sets -> when(asked, sets), List.of(), () -> "the answer about `" + asked + "`", List.of());
    }

    /** The conditions that a question names by itself, for each role, activity and level that it leaves open. */
    private List<Region> when(Assignment asked, QuestionSets sets) {
        int granted = sets.regions().minus(sets.granted(grant -> true, asked), sets.impossible(asked));
        List<Region> found = new ArrayList<>();
        for (Assignment one : subjects(asked)) {
            PermitConditionList conditions = decisions.permitConditions(one);
            if (!conditions.complete()) {
                return sets.regions(granted, sets.impossible(asked), asked);
            }
            for (PermitCondition each : conditions.conditions()) {
                sets.region(restrictions(each, one, asked), granted, asked).ifPresent(found::add);
            }
        }
        return found;
    }

    /** What every question has to say. */
    private List<Variable> subject() {
        return List.of(space().role(), space().activity(), space().level());
    }

    /** A question for each role, activity and level that another leaves open. */
    private List<Assignment> subjects(Assignment asked) {
        List<Assignment> subjects = List.of(asked);
        for (Variable each : subject()) {
            if (asked.isOpen(each)) {
                subjects = subjects.stream()
                        .flatMap(before -> IntStream.range(0, each.size()).mapToObj(value -> before.with(each, value)))
                        .toList();
            }
        }
        return subjects;
    }

    /** What a condition asks for beside what the question says. */
    private List<ValueRestriction> restrictions(PermitCondition condition, Assignment one, Assignment asked) {
        List<ValueRestriction> restrictions = new ArrayList<>();
        for (Variable each : subject()) {
            if (asked.isOpen(each)) {
                restrictions.add(new ValueRestriction(each, List.of(one.word(each))));
            }
        }
        condition
                .category()
                .ifPresent(id -> space().category()
                        .filter(asked::isOpen)
                        .ifPresent(each -> restrictions.add(new ValueRestriction(each, List.of(id.value())))));
        condition
                .route()
                .ifPresent(id -> space().route()
                        .filter(asked::isOpen)
                        .ifPresent(each -> restrictions.add(new ValueRestriction(each, List.of(id.value())))));
        restrictions.addAll(condition.assumptions());
        return restrictions;
    }

    private List<Region> when(Assignment asked, Predicate<Leaf.Grant> wanted) {
        return questions.fitting(
                sets -> sets.regions(sets.granted(wanted, asked), sets.impossible(asked), asked),
                List.of(),
                () -> "the answer about `" + asked + "`",
                List.of());
    }

    /**
     * The values of one variable for which the rest of a question is permitted in some state, each with the exact
     * conditions under which it is.
     *
     * @param asked the known part of the question, as for {@link #when}
     * @param variable the variable whose values are wanted; it is taken to be open
     */
    public List<Allowed> who(Assignment asked, Variable variable) {
        List<Allowed> allowed = new ArrayList<>();
        for (int value = 0; value < variable.size(); value++) {
            List<Region> when = when(asked.with(variable, value));
            if (!when.isEmpty()) {
                allowed.add(new Allowed(variable.values().get(value), when));
            }
        }
        return allowed;
    }

    /**
     * A value for which the rest of a question is permitted.
     *
     * @param value the value
     * @param when the conditions: any one of these regions will do; one without conditions means always
     */
    public record Allowed(String value, List<Region> when) {
        public Allowed {
            when = List.copyOf(when);
        }

        /** Whether it is permitted unconditionally. */
        public boolean always() {
            return when.stream().anyMatch(Region::always);
        }
    }

    /** Every role by every activity by every level, in the order of the vocabulary. */
    public List<Cell> matrix() {
        return matrix(Progress.UNHEARD);
    }

    /** The same, with progress reports. */
    public List<Cell> matrix(Progress progress) {
        List<Cell> cells = new ArrayList<>();
        Assignment open = Assignment.open(space());
        Overruled overruled = new Overruled(decisions);
        int all = space().role().size()
                * space().activity().size()
                * space().level().size();
        for (int role = 0; role < space().role().size(); role++) {
            for (int activity = 0; activity < space().activity().size(); activity++) {
                for (int level = 0; level < space().level().size(); level++) {
                    progress.at(cells.size(), all);
                    Assignment asked = open.with(space().role(), role)
                            .with(space().activity(), activity)
                            .with(space().level(), level);
                    cells.add(cell(asked, overruled));
                }
            }
        }
        progress.at(all, all);
        return cells;
    }

    /** The field of one role, activity and level, with all else left open. */
    private Cell cell(Assignment asked, Overruled overruled) {
        Outcome outcome = decisions.outcome(asked);
        List<Id.Rule> granting = Overruled.granting(decisions.compiled(), asked);
        boolean isForbidden = outcome.basis() == Basis.FORBIDDEN;
        return new Cell(
                asked,
                outcome,
                granting.isEmpty() ? List.of() : when(asked),
                granting.isEmpty() ? overruled.permitting(asked) : granting,
                isForbidden ? outcome.forbiddenBy() : overruled.forbidding(asked));
    }

    /**
     * One field of the access matrix.
     *
     * @param asked the role, activity and level; all else is open, without a request about opted-out patients
     * @param outcome the answer to that: denied means never or forbidden, permitted means always, undetermined means
     *     under conditions
     * @param when the conditions: any one of these regions will do
     * @param rules the permit rules at work, by id; where nothing is permitted, those that other rules forbid
     * @param forbiddenBy the rules that forbid all of it, or part of what the permit rules permit, by id
     */
    public record Cell(
            Assignment asked, Outcome outcome, List<Region> when, List<Id.Rule> rules, List<Id.Rule> forbiddenBy) {
        public Cell {
            when = List.copyOf(when);
            rules = List.copyOf(rules);
            forbiddenBy = List.copyOf(forbiddenBy);
        }

        /** Whether nothing is permitted because rules forbid it, or forbid all that others would permit. */
        public boolean isForbidden() {
            return answer() == Answer.DENIED && !forbiddenBy.isEmpty();
        }

        /** The role. */
        public String role() {
            return asked.word(asked.space().role());
        }

        /** The activity. */
        public String activity() {
            return asked.word(asked.space().activity());
        }

        /** The level. */
        public String level() {
            return asked.word(asked.space().level());
        }

        /** The answer when all else is left open. */
        public Answer answer() {
            return outcome.answer();
        }

        /** Whether it is permitted in every possible state. */
        public boolean always() {
            return when.stream().anyMatch(Region::always);
        }
    }

    /**
     * Every rule that permits part of a question, by id, each with the exact conditions under which it does.
     *
     * @param asked the known part of the question, as for {@link #when}
     */
    public List<Allowing> rules(Assignment asked) {
        SortedMap<Id.Rule, Set<Grant>> grants = new TreeMap<>();
        for (Assignment witness : new ReachedGrants(decisions.compiled().diagram(), asked)
                .granted()
                .values()) {
            decisions
                    .outcome(witness)
                    .grants()
                    .forEach(grant -> grants.computeIfAbsent(grant.rule(), none -> new LinkedHashSet<>())
                            .add(grant));
        }
        List<Allowing> allowing = new ArrayList<>();
        grants.forEach((rule, given) -> allowing.add(new Allowing(
                rule, when(asked, grant -> policy.rules().get(grant.rule()).id().equals(rule)), List.copyOf(given))));
        return allowing;
    }

    /**
     * A rule that permits part of a question.
     *
     * @param rule the rule
     * @param when the conditions under which it is among those that permit: any one of these regions will do
     * @param grants what it grants then: each purpose and route, with its duties and its treatment of opted-out
     *     patients
     */
    public record Allowing(Id.Rule rule, List<Region> when, List<Grant> grants) {
        public Allowing {
            requireNonNull(rule, "rule");
            when = List.copyOf(when);
            grants = List.copyOf(grants);
        }
    }
}
