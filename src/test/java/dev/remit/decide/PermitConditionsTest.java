package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the conditions under which a question is permitted to their definition: by trying every choice and every state,
 * with the reference interpreter, on policies small enough for that.
 */
class PermitConditionsTest {
    private static final int FIRST = 40;
    private static final int POLICIES = 18;
    private static final int QUESTIONS = 120;

    private int undetermined;
    private int withAlsoTell;

    @Test
    void areWhatTheContractSays() {
        for (long seed = FIRST; seed < FIRST + POLICIES; seed++) {
            check(seed);
        }

        assertThat(undetermined).as("undetermined questions").isGreaterThan(200);
        assertThat(withAlsoTell)
                .as("conditions beside which more has to be said")
                .isGreaterThan(50);
    }

    private void check(long seed) {
        Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
        DecisionPoint decisions = DecisionPoint.of(CompiledPolicy.of(policy));
        List<Assignment> questions = new ArrayList<>();
        GeneratedQuestions.forEach(Space.of(policy.vocabulary()), questions::add);
        int stride = Math.max(1, questions.size() / QUESTIONS);

        for (int i = 0; i < questions.size(); i += stride) {
            Decision decision = decisions.decide(Question.of(questions.get(i)));
            if (decision.answer() == Answer.UNDETERMINED) {
                undetermined++;
                check(policy, decisions, decision, "seed " + seed + ", " + questions.get(i));
            } else {
                assertThat(decision.missing()).isEmpty();
                assertThat(decision.permittedIf()).isEmpty();
            }
        }
    }

    private void check(Policy policy, DecisionPoint decisions, Decision decision, String where) {
        Expected expected = new Expected(policy, decision.assignment());
        PermitConditionList found = decisions.permitConditions(decision.assignment());

        Set<Condition> expanded = new HashSet<>();
        found.conditions().forEach(each -> expand(each, 0, new TreeMap<>(), expanded));
        assertThat(expanded).as(where).isEqualTo(expected.conditions());
        assertThat(found.complete()).isTrue();
        assertThat(decision.missing()).as(where).isEqualTo(List.copyOf(expected.missing()));
        assertThat(found.conditions())
                .extracting(each -> each.assumptions().size())
                .isSorted();
        for (PermitCondition each : found.conditions()) {
            assertThat(each.alsoTell()).as("%s, %s", where, each).isEqualTo(expected.alsoTell(each.assumptions()));
            withAlsoTell += each.alsoTell().isEmpty() ? 0 : 1;
            expected.telling(each)
                    .forEach(told -> assertThat(decisions.outcome(told).permitted())
                            .as("%s, %s, told %s", where, each, told)
                            .isTrue());
        }
    }

    /** A choice of category and route, with single values of what has to be known. */
    private record Condition(Optional<Id.Category> category, Optional<Id.Route> route, Map<String, String> known) {}

    private static void expand(PermitCondition condition, int next, Map<String, String> so, Set<Condition> into) {
        if (next == condition.assumptions().size()) {
            into.add(new Condition(condition.category(), condition.route(), new HashMap<>(so)));
            return;
        }
        ValueRestriction restriction = condition.assumptions().get(next);
        for (String value : restriction.values()) {
            so.put(restriction.about().name(), value);
            expand(condition, next + 1, so, into);
        }
        so.remove(restriction.about().name());
    }

    /** The definition, tried out. */
    private static final class Expected {
        private final Space space;
        private final Assignment asked;
        private final List<Variable> unknowns;
        private final ReferenceInterpreter whole;
        private final ReferenceInterpreter unconstrained;
        /** The states that do not contradict themselves. */
        private final List<Assignment> states;

        private final Map<Assignment, Boolean> possible = new HashMap<>();
        private final Map<Assignment, Boolean> permitted = new HashMap<>();

        Expected(Policy policy, Assignment asked) {
            this.asked = asked;
            space = asked.space();
            whole = new ReferenceInterpreter(policy);
            unconstrained = new ReferenceInterpreter(Sketch.policy(policy.vocabulary(), policy.rules(), List.of()));
            unknowns = space.variables().stream()
                    .filter(each -> each.kind().isKnowledge() && asked.isOpen(each))
                    .toList();
            states = filled(asked, unknowns).stream().filter(this::isReal).toList();
        }

        private boolean isReal(Assignment state) {
            return space.variables().stream()
                    .filter(each -> each.kind() == Variable.Kind.PERMISSION)
                    .allMatch(each -> state.value(each) == 0
                            || state.value(space.everPermitted(new Id.Register(each.id()))) == 1);
        }

        private static List<Assignment> filled(Assignment question, List<Variable> open) {
            List<Assignment> filled = List.of(question);
            for (Variable each : open) {
                List<Assignment> longer = new ArrayList<>();
                for (Assignment shorter : filled) {
                    for (int value = 0; value < each.size(); value++) {
                        longer.add(shorter.with(each, value));
                    }
                }
                filled = longer;
            }
            return filled;
        }

        private List<Assignment> choices() {
            return filled(
                    asked,
                    space.variables().stream()
                            .filter(each -> each.kind().isChoice() && asked.isOpen(each))
                            .toList());
        }

        private boolean canBe(Assignment state) {
            // Whether a state can be does not hang on the choice.
            Assignment chosen = state;
            for (Variable each : space.variables()) {
                chosen = each.kind().isChoice() && chosen.isOpen(each) ? chosen.with(each, 0) : chosen;
            }
            return possible.computeIfAbsent(
                    chosen, complete -> whole.decide(complete).basis() != Basis.INCONSISTENT);
        }

        private boolean isPermitted(Assignment choice, Assignment state) {
            Assignment complete = choice;
            for (Variable each : unknowns) {
                complete = complete.with(each, state.value(each));
            }
            return permitted.computeIfAbsent(
                    complete, question -> unconstrained.decide(question).permitted());
        }

        private Set<Variable> askedAbout(Assignment choice) {
            Set<Variable> about = new HashSet<>();
            for (Assignment state : states) {
                for (Variable each : unknowns) {
                    for (int value = 0; value < each.size(); value++) {
                        Assignment other = state.with(each, value);
                        if (isReal(other) && isPermitted(choice, state) != isPermitted(choice, other)) {
                            about.add(each);
                        }
                    }
                }
            }
            return about;
        }

        private Set<Variable> ofPossibility(List<Assignment> some) {
            Set<Variable> about = new HashSet<>();
            for (Assignment state : some) {
                for (Variable each : unknowns) {
                    for (int value = 0; value < each.size(); value++) {
                        Assignment other = state.with(each, value);
                        if (some.contains(other) && canBe(state) != canBe(other)) {
                            about.add(each);
                        }
                    }
                }
            }
            return about;
        }

        Set<String> missing() {
            Set<Variable> missing = new HashSet<>(ofPossibility(states));
            choices().forEach(choice -> missing.addAll(askedAbout(choice)));
            return missing.stream().map(Variable::owner).collect(Collectors.toCollection(TreeSet::new));
        }

        Set<Condition> conditions() {
            Set<Condition> found = new HashSet<>();
            for (Assignment choice : choices()) {
                List<Variable> about =
                        unknowns.stream().filter(askedAbout(choice)::contains).toList();
                List<Map<String, String>> enough = new ArrayList<>();
                assign(choice, about, 0, new TreeMap<>(), enough);
                for (Map<String, String> each : enough) {
                    if (enough.stream()
                            .noneMatch(other -> other.size() < each.size()
                                    && each.entrySet().containsAll(other.entrySet()))) {
                        found.add(new Condition(
                                space.category().map(choice::word).map(Id.Category::new),
                                space.route().map(choice::word).map(Id.Route::new),
                                each));
                    }
                }
            }
            return found;
        }

        private void assign(
                Assignment choice,
                List<Variable> about,
                int next,
                Map<String, String> so,
                List<Map<String, String>> enough) {
            if (next == about.size()) {
                List<Assignment> left = states.stream()
                        .filter(each -> agrees(each, so) && canBe(each))
                        .toList();
                if (!left.isEmpty() && left.stream().allMatch(each -> isPermitted(choice, each))) {
                    enough.add(new HashMap<>(so));
                }
                return;
            }
            Variable variable = about.get(next);
            assign(choice, about, next + 1, so, enough);
            for (String value : variable.values()) {
                so.put(variable.name(), value);
                assign(choice, about, next + 1, so, enough);
            }
            so.remove(variable.name());
        }

        private boolean agrees(Assignment state, Map<String, String> so) {
            return so.entrySet().stream()
                    .allMatch(each ->
                            state.word(space.find(each.getKey()).orElseThrow()).equals(each.getValue()));
        }

        private List<Assignment> within(List<ValueRestriction> assumptions) {
            return states.stream()
                    .filter(state ->
                            assumptions.stream().allMatch(each -> each.values().contains(state.word(each.about()))))
                    .toList();
        }

        List<String> alsoTell(List<ValueRestriction> assumptions) {
            Set<String> named =
                    assumptions.stream().map(each -> each.about().name()).collect(Collectors.toSet());
            return ofPossibility(within(assumptions)).stream()
                    .filter(each -> !named.contains(each.name()))
                    .map(Variable::owner)
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** The question with each value of a condition, and of what is to be said as well, that can be. */
        List<Assignment> telling(PermitCondition condition) {
            Set<Assignment> told = new HashSet<>();
            for (Assignment state : within(condition.assumptions())) {
                if (canBe(state)) {
                    Assignment question = asked;
                    for (ValueRestriction each : condition.assumptions()) {
                        question = question.with(each.about(), state.value(each.about()));
                    }
                    for (Variable each : unknowns) {
                        if (condition.alsoTell().contains(each.owner())) {
                            question = question.with(each, state.value(each));
                        }
                    }
                    told.add(question);
                }
            }
            return List.copyOf(told);
        }
    }
}
