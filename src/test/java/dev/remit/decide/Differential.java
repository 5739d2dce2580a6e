package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Constraint;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Asks the compiled diagram and the reference interpreter the same questions. Where they differ it fails, with where the
 * policy came from, the question, both outcomes, and what is left of the policy when every rule and constraint that the
 * difference can do without is dropped.
 */
public final class Differential {
    /** The kinds of questions and answers that a comparison should not be without. */
    static final Set<String> KINDS = Set.of(
            "asked",
            "complete forbidden",
            "complete granted",
            "complete inconsistent",
            "complete not-granted",
            "partial forbidden",
            "partial granted",
            "partial inconsistent",
            "partial missing-information",
            "partial not-granted",
            "granted by a rule in some states only",
            "not granted, and forbidden in part");

    private final String context;
    private final Policy policy;
    private final WalkedDiagram compiled;
    private final ReferenceInterpreter reference;
    private final Map<String, Integer> tally = new TreeMap<>();

    /** Compares over a policy; the context is told when they differ. */
    public Differential(String context, Policy policy) {
        this(context, policy, WalkedDiagram.of(policy));
    }

    /** Compares a diagram made by somebody else, which may be broken on purpose. */
    Differential(String context, Policy policy, WalkedDiagram compiled) {
        this.context = context;
        this.policy = policy;
        this.compiled = compiled;
        this.reference = new ReferenceInterpreter(policy);
    }

    /** Fails if the two give different outcomes. */
    public void compare(Assignment question) {
        Outcome expected = reference.decide(question);
        Outcome actual = compiled.decide(question);
        if (!actual.equals(expected)) {
            throw new AssertionError(String.join(
                    "\n",
                    "the diagram and the reference interpreter differ",
                    "context:    " + context,
                    "question:  " + question,
                    "reference: " + expected,
                    "diagram:   " + actual,
                    "policy, reduced to what makes them differ:",
                    told(reduced(question))));
        }
        if (compiled.diagram().permits(question.values()) != expected.permitted()) {
            throw new AssertionError("the short way to yes or no says otherwise: " + context + ", " + question);
        }
        count("asked");
        boolean complete = question.space().variables().stream().noneMatch(question::isOpen);
        count((complete ? "complete " : "partial ") + expected.basis().word());
        if (expected.grants().stream().anyMatch(grant -> !grant.always())) {
            count("granted by a rule in some states only");
        }
        if (expected.basis() == Basis.NOT_GRANTED && !expected.forbiddenBy().isEmpty()) {
            count("not granted, and forbidden in part");
        }
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    /** How often each kind of question and answer came up. */
    Map<String, Integer> tally() {
        return tally;
    }

    /** Two tallies together. */
    static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
        Map<String, Integer> sum = new TreeMap<>(one);
        other.forEach((what, times) -> sum.merge(what, times, Integer::sum));
        return sum;
    }

    private Policy reduced(Assignment question) {
        Policy smaller = policy;
        for (Rule rule : policy.rules()) {
            smaller = ifStillDifferent(without(smaller, rule), smaller, question);
        }
        for (Constraint constraint : policy.constraints()) {
            smaller = ifStillDifferent(without(smaller, constraint), smaller, question);
        }
        return smaller;
    }

    private static Policy without(Policy policy, Object part) {
        List<Rule> rules =
                policy.rules().stream().filter(each -> !each.equals(part)).toList();
        List<Constraint> constraints =
                policy.constraints().stream().filter(each -> !each.equals(part)).toList();
        return Sketch.policy(policy.vocabulary(), rules, constraints);
    }

    private static Policy ifStillDifferent(Policy smaller, Policy otherwise, Assignment question) {
        Outcome expected = new ReferenceInterpreter(smaller).decide(question);
        return WalkedDiagram.of(smaller).decide(question).equals(expected) ? otherwise : smaller;
    }

    private static String told(Policy policy) {
        StringBuilder text = new StringBuilder();
        policy.rules().forEach(each -> text.append(each).append('\n'));
        policy.constraints().forEach(each -> text.append(each).append('\n'));
        return text.append(policy.vocabulary()).toString();
    }
}
