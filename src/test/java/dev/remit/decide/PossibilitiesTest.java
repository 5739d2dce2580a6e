package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.Assignment;
import dev.remit.model.ChangedBy;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds changes to trying every assignment there is, on policies small enough for that. */
class PossibilitiesTest {
    private static final int QUESTIONS = 400;
    private static final int UNBOUNDED = 1_000_000;

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
    void findsEveryMinimalChangeAndNoOther(long seed) {
        Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
        Space space = Space.of(policy.vocabulary());
        DecisionPoint decisions = DecisionPoint.of(CompiledPolicy.of(policy));
        List<Assignment> questions = new ArrayList<>();
        GeneratedQuestions.forEach(space, questions::add);
        int stride = Math.max(1, questions.size() / QUESTIONS);

        for (int i = 0; i < questions.size(); i += stride) {
            Assignment question = questions.get(i);
            Decision decision = decisions.decide(Question.of(question));
            assertThat(decision.assignment()).isEqualTo(question);
            if (decision.answer() == Answer.DENIED) {
                checkChanges(decisions, policy, decision, seed);
            } else {
                assertThat(decision.changes(Set.of())).isEmpty();
            }
        }
    }

    private static void checkChanges(DecisionPoint decisions, Policy policy, Decision decision, long seed) {
        Assignment question = decision.assignment();
        Set<String> changeable = changeable(policy);
        Set<String> moments = policy.vocabulary().facts().stream()
                .filter(each -> each.knownFrom() == Fact.KnownFrom.CALLER && each.changedBy() == ChangedBy.NOBODY)
                .map(each -> each.id().value())
                .collect(Collectors.toSet());
        Set<Map<String, String>> minimal = minimal(
                decisions,
                question,
                variable -> variable.kind() == Variable.Kind.WISH
                        || (variable.kind().isKnowledge() && question.isOpen(variable))
                        || (changeable.contains(variable.name()) && !isFinal(policy, question, variable))
                        || (moments.contains(variable.name())
                                && !(variable.isBoolean()
                                        && question.word(variable).equals("true"))));

        Possibilities.Listed<Counterfactual> told = decision.findings().changes(Set.of(), UNBOUNDED);
        Set<Map<String, String>> expanded = new HashSet<>();
        told.items()
                .forEach(change -> expand(
                        change.steps().stream().map(Counterfactual.Step::needed).toList(),
                        0,
                        new TreeMap<>(),
                        expanded));

        assertThat(told.more()).isFalse();
        assertThat(expanded).as("seed %d, %s", seed, question).isEqualTo(minimal);
    }

    private static boolean isFinal(Policy policy, Assignment question, Variable variable) {
        String word = question.word(variable);
        return variable.kind() == Variable.Kind.PERMISSION
                ? word.equals("true")
                : policy.vocabulary().attributes().stream()
                        .filter(each -> variable.name().equals("project." + each.id()))
                        .anyMatch(each -> each.finals().stream()
                                .anyMatch(value -> value.value().equals(word)));
    }

    private static Set<String> changeable(Policy policy) {
        Space space = Space.of(policy.vocabulary());
        Set<String> names = new HashSet<>();
        for (ProjectAttribute each : policy.vocabulary().attributes()) {
            if (each.changedBy() != ChangedBy.NOBODY) {
                names.add(space.attribute(each.id()).name());
            }
        }
        for (OptOutRegister each : policy.vocabulary().registers()) {
            if (each.permissionChangedBy() != ChangedBy.NOBODY) {
                names.add(space.permission(each.id()).name());
            }
        }
        for (Fact each : policy.vocabulary().facts()) {
            if (each.changedBy() != ChangedBy.NOBODY) {
                names.add(each.id().value());
            }
        }
        return names;
    }

    private static void expand(
            List<ValueRestriction> assumptions, int next, Map<String, String> so, Set<Map<String, String>> into) {
        if (next == assumptions.size()) {
            into.add(new HashMap<>(so));
            return;
        }
        for (String value : assumptions.get(next).values()) {
            so.put(assumptions.get(next).about().name(), value);
            expand(assumptions, next + 1, so, into);
        }
        so.remove(assumptions.get(next).about().name());
    }

    /** The slow way: every assignment of the variables that may be assigned, kept if it permits and none within it does. */
    private static Set<Map<String, String>> minimal(
            DecisionPoint decisions, Assignment question, Predicate<Variable> assignable) {
        List<Map<String, String>> permitting = new ArrayList<>();
        List<Variable> variables =
                question.space().variables().stream().filter(assignable).toList();
        assign(decisions, question, question, variables, 0, permitting);
        Set<Map<String, String>> minimal = new HashSet<>();
        for (Map<String, String> each : permitting) {
            boolean smallest = permitting.stream()
                    .noneMatch(other ->
                            other.size() < each.size() && each.entrySet().containsAll(other.entrySet()));
            if (smallest) {
                minimal.add(each);
            }
        }
        return minimal;
    }

    /** A project that is given a permission has held it from then on. */
    private static Assignment remembering(Assignment so, Assignment question) {
        Assignment remembering = so;
        for (Variable held : so.space().variables()) {
            if (held.kind() == Variable.Kind.PERMISSION && so.isTrue(held)) {
                Variable ever = so.space().everPermitted(new Id.Register(held.id()));
                remembering = question.isOpen(ever) ? remembering : remembering.with(ever, 1);
            }
        }
        return remembering;
    }

    private static void assign(
            DecisionPoint decisions,
            Assignment question,
            Assignment so,
            List<Variable> variables,
            int next,
            List<Map<String, String>> permitting) {
        if (next == variables.size()) {
            if (decisions.outcome(remembering(so, question)).permitted()) {
                Map<String, String> changed = new HashMap<>();
                for (Variable variable : variables) {
                    if (so.value(variable) != question.value(variable)) {
                        changed.put(variable.name(), so.word(variable));
                    }
                }
                permitting.add(changed);
            }
            return;
        }
        Variable variable = variables.get(next);
        assign(decisions, question, so, variables, next + 1, permitting);
        for (int value = 0; value < variable.size(); value++) {
            if (value != question.value(variable)) {
                assign(decisions, question, so.with(variable, value), variables, next + 1, permitting);
            }
        }
    }
}
