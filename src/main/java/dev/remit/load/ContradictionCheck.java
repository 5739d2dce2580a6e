package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.load.ConstraintReader.ReadConstraint;
import dev.remit.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds conditions that can never hold, and in them the smallest part that cannot. */
final class ContradictionCheck {
    private final Satisfiability states;
    private final Diagnostics diagnostics;

    /**
     * A check.
     *
     * @param states which states can be
     */
    ContradictionCheck(Satisfiability states, Diagnostics diagnostics) {
        this.states = states;
        this.diagnostics = diagnostics;
    }

    /** Checks a condition and every part of it: a part that can never hold is a fault even where others can. */
    void check(Placed condition) {
        if (!condition.isKnown()) {
            return;
        }
        if (!states.isPossible(condition.condition())
                && condition.parts().stream().allMatch(part -> states.isPossible(part.condition()))) {
            report(condition);
        }
        condition.parts().forEach(this::check);
    }

    /** Reports a condition that cannot hold though each of its parts can. */
    private void report(Placed condition) {
        if (condition.name().isPresent()) {
            return; // Reported where the named condition is declared.
        }
        if (condition.condition() instanceof Condition.All && condition.parts().size() > 1) {
            reportClash(condition.parts());
            return;
        }
        diagnostics.report(
                Code.CONTRADICTORY_CONDITION, condition.span(), "this can never hold" + reason(condition.condition()));
    }

    /** Reports the first part that cannot hold beside those before it. */
    private void reportClash(List<Placed> parts) {
        List<Condition> before = new ArrayList<>();
        int at = 0;
        do {
            before.add(parts.get(at).condition());
            at++;
        } while (at < parts.size() && states.isPossible(before));
        Placed culprit = parts.get(at - 1);
        Optional<Placed> other = parts.subList(0, at - 1).stream()
                .filter(part -> !states.isPossible(List.of(part.condition(), culprit.condition())))
                .findFirst();
        String beside = other.map(part -> "beside " + Words.quoted(ConditionText.of(part)) + place(part, culprit))
                .orElse("beside the conditions before it");
        diagnostics.report(
                Code.CONTRADICTORY_CONDITION,
                culprit.span(),
                "this can never hold " + beside + reason(new Condition.All(before)));
    }

    private static String place(Placed part, Placed culprit) {
        return part.span().line() == culprit.span().line()
                ? ""
                : " in line " + part.span().line();
    }

    /** Whose fault it is, if the condition could hold by itself. */
    private String reason(Condition condition) {
        if (states.constraints().isEmpty() || !states.isPossibleAlone(condition)) {
            return "";
        }
        return states.ruledOutBy(condition)
                .map(ReadConstraint::constraint)
                .map(constraint ->
                        ": constraint " + Words.quoted(constraint.id().value()) + " rules it out")
                .orElse(": the constraints together rule it out");
    }
}
