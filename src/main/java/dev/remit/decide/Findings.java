package dev.remit.decide;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the engine finds about one decision beside its outcome, each found when it is first asked for, and kept. Safe to
 * share: several threads may each find the same.
 */
final class Findings {
    /** How many conditions, changes and grounds are listed at most. */
    static final int MOST = 16;

    private final Receipt receipt;
    private final Question question;
    private final Outcome outcome;
    private final Map<Set<String>, Possibilities.Listed<Counterfactual>> changes = new ConcurrentHashMap<>();
    private @Nullable List<NearMiss> nearest;
    private @Nullable List<String> missing;
    private Possibilities.@Nullable Listed<PermitCondition> permitConditions;
    private Possibilities.@Nullable Listed<SufficientReason> grounds;
    private @Nullable List<ValueRestriction> assumed;

    Findings(Receipt receipt, Question question, Outcome outcome) {
        this.receipt = receipt;
        this.question = question;
        this.outcome = outcome;
    }

    /** For a denial because nothing grants it, the permit rules that came nearest and what each lacks. */
    List<NearMiss> nearest() {
        if (outcome.basis() != Basis.NOT_GRANTED) {
            return List.of();
        }
        List<NearMiss> found = nearest;
        if (found == null) {
            found = new NearestRules(receipt.engine(), receipt.assignment()).find();
            nearest = found;
        }
        return found;
    }

    /** For an undetermined question, the names of the unknowns it hangs on, sorted. */
    List<String> missing() {
        if (outcome.answer() != Answer.UNDETERMINED) {
            return List.of();
        }
        List<String> found = missing;
        if (found == null) {
            found = conditions().missing();
            missing = found;
        }
        return found;
    }

    /** For an undetermined question, the smallest sets of knowledge that would make it permitted. */
    Possibilities.Listed<PermitCondition> permitConditions() {
        Possibilities.Listed<PermitCondition> found = permitConditions;
        if (found == null) {
            found = permitConditions(MOST);
            permitConditions = found;
        }
        return found;
    }

    Possibilities.Listed<PermitCondition> permitConditions(int most) {
        return outcome.answer() == Answer.UNDETERMINED ? conditions().find(most) : Possibilities.Listed.none();
    }

    /** For a denial, the smallest changes that would make it a permit. */
    Possibilities.Listed<Counterfactual> changes(Set<String> alsoChangeable) {
        return changes.computeIfAbsent(Set.copyOf(alsoChangeable), also -> changes(also, MOST));
    }

    Possibilities.Listed<Counterfactual> changes(Set<String> alsoChangeable, int most) {
        return outcome.answer() == Answer.DENIED
                ? possibilities().changes(alsoChangeable, most)
                : Possibilities.Listed.none();
    }

    /** The smallest parts of what was said that force the answer. */
    Possibilities.Listed<SufficientReason> grounds() {
        Possibilities.Listed<SufficientReason> found = grounds;
        if (found == null) {
            found = grounds(MOST);
            grounds = found;
        }
        return found;
    }

    Possibilities.Listed<SufficientReason> grounds(int most) {
        return new SufficientReasons(receipt.engine().diagram(), receipt.assignment(), outcome.basis()).find(most);
    }

    /** What was taken to be false because the question was closed. */
    List<ValueRestriction> assumed() {
        List<ValueRestriction> found = assumed;
        if (found == null) {
            found = question.isClosed()
                    ? receipt.engine()
                            .closing()
                            .assumed(question, receipt.person().isPresent())
                    : List.of();
            assumed = found;
        }
        return found;
    }

    private PermitConditions conditions() {
        return new PermitConditions(receipt.engine(), receipt.assignment());
    }

    private Possibilities possibilities() {
        return new Possibilities(receipt.engine(), receipt.assignment());
    }
}
