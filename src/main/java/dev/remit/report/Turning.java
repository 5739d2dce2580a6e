package dev.remit.report;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Outcome;
import dev.remit.decide.Question;
import dev.remit.decide.ValueRestriction;
import dev.remit.fixture.suite.Expectation;
import dev.remit.model.Assignment;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the smallest change of a question that would meet an expectation: one variable if that is enough, or else two
 * that are not role, activity or level. Changes of knowledge come before changes of requests and choices.
 */
final class Turning {
    private static final List<Variable.Kind> ORDER = List.of(
            Variable.Kind.FACT,
            Variable.Kind.PERMISSION,
            Variable.Kind.EVER,
            Variable.Kind.ATTRIBUTE,
            Variable.Kind.WISH,
            Variable.Kind.ROUTE,
            Variable.Kind.CATEGORY,
            Variable.Kind.LEVEL,
            Variable.Kind.ACTIVITY,
            Variable.Kind.ROLE);

    private final DecisionPoint decisions;
    private final Expectation expected;
    private final List<Variable> variables;

    private Turning(DecisionPoint decisions, Expectation expected) {
        this.decisions = decisions.unheard();
        this.expected = expected;
        variables = ORDER.stream()
                .flatMap(kind -> decisions.space().variables().stream().filter(each -> each.kind() == kind))
                .toList();
    }

    /** The values that would all have to change; empty if no change of this size is enough. */
    static List<ValueRestriction> of(Assignment asked, Expectation expected, DecisionPoint decisions) {
        Turning turning = new Turning(decisions, expected);
        Optional<List<ValueRestriction>> one = turning.one(asked);
        return one.or(() -> turning.two(asked)).orElse(List.of());
    }

    /** The values of one variable that meet the expectation, for the first variable that has any. */
    private Optional<List<ValueRestriction>> one(Assignment asked) {
        for (Variable variable : variables) {
            List<String> values = turning(asked, variable);
            if (!values.isEmpty()) {
                return Optional.of(List.of(new ValueRestriction(variable, values)));
            }
        }
        return Optional.empty();
    }

    private Optional<List<ValueRestriction>> two(Assignment asked) {
        List<Variable> circumstances =
                variables.stream().filter(Turning::isCircumstance).toList();
        for (int i = 0; i < circumstances.size(); i++) {
            Variable first = circumstances.get(i);
            for (int value = 0; value < first.size(); value++) {
                Assignment changed = asked.with(first, value);
                if (value == asked.value(first)) {
                    continue;
                }
                for (Variable second : circumstances.subList(i + 1, circumstances.size())) {
                    List<String> values = turning(changed, second);
                    if (!values.isEmpty()) {
                        return Optional.of(List.of(
                                new ValueRestriction(
                                        first, List.of(first.values().get(value))),
                                new ValueRestriction(second, values)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isCircumstance(Variable variable) {
        return variable.kind().compareTo(Variable.Kind.CATEGORY) >= 0;
    }

    private List<String> turning(Assignment asked, Variable variable) {
        List<String> values = new ArrayList<>();
        for (int value = 0; value < variable.size(); value++) {
            if (value != asked.value(variable) && isMet(asked.with(variable, value))) {
                values.add(variable.values().get(value));
            }
        }
        return values;
    }

    private boolean isMet(Assignment assignment) {
        Outcome outcome = decisions.outcome(assignment);
        return expected.verdict().fits(outcome)
                && expected.check(
                                outcome,
                                () -> decisions.decide(Question.of(assignment)).missing())
                        .isEmpty();
    }
}
