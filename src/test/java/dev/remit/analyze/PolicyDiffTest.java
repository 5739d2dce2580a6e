package dev.remit.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.Grant;
import dev.remit.decide.Outcome;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.diagram.Variants;
import dev.remit.model.Policy;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the difference of two policies to asking both every complete question. */
class PolicyDiffTest {

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106})
    void coversExactlyTheQuestionsThatChange(long seed) {
        Policy before = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
        Space space = Space.of(before.vocabulary());
        List<Mutants.Made> edits = Mutants.of(before, new Variants(before, space, 100_000));
        int stride = Math.max(1, edits.size() / 12);
        List<Situation> questions = CompleteQuestions.of(space, 4000);

        for (int i = 0; i < edits.size(); i += stride) {
            if (edits.get(i).mutant().edit().equals("drop the rule")) {
                continue;
            }
            Policy after = edits.get(i).compile().get().policy();
            DiffReport report = PolicyDiff.between(before, after);
            compare(before, after, report, questions, seed + " " + edits.get(i).mutant());
        }
    }

    private static void compare(
            Policy before, Policy after, DiffReport report, List<Situation> questions, String about) {
        ReferenceInterpreter was = new ReferenceInterpreter(before);
        ReferenceInterpreter is = new ReferenceInterpreter(after);
        assertThat(report.words()).isEmpty();
        for (Situation question : questions) {
            Outcome old = was.decide(question);
            Outcome now = is.decide(question);
            Set<AccessChange.Kind> told = new HashSet<>();
            report.changes().stream()
                    .filter(change -> CompleteQuestions.holds(change.region(), question))
                    .forEach(change -> told.add(change.kind()));
            boolean impossible = !old.violates().isEmpty() && !now.violates().isEmpty();
            if (!impossible) {
                assertThat(told).as("%s: %s", about, question).isEqualTo(expected(old, now));
            }
        }
    }

    private static Set<AccessChange.Kind> expected(Outcome old, Outcome now) {
        if (old.permitted() != now.permitted()) {
            return Set.of(now.permitted() ? AccessChange.Kind.GAINED : AccessChange.Kind.LOST);
        }
        if (!ways(old).equals(ways(now))) {
            return Set.of(AccessChange.Kind.CHANGED);
        }
        return reasons(old).equals(reasons(now)) ? Set.of() : Set.of(AccessChange.Kind.REASON);
    }

    private static Set<List<Object>> ways(Outcome outcome) {
        Set<List<Object>> ways = new HashSet<>();
        outcome.grants().forEach(grant -> ways.add(List.of(grant.population(), grant.obligations())));
        return ways;
    }

    private static List<Object> reasons(Outcome outcome) {
        boolean inconsistent = !outcome.violates().isEmpty();
        return List.of(
                outcome.grants().stream().map(Grant::rule).toList(),
                inconsistent ? List.of() : outcome.forbiddenBy(),
                outcome.violates());
    }

    @Test
    void findsNothingBetweenAPolicyAndItself() {
        Policy policy = GeneratedPolicies.policy(7, GeneratedPolicies.Size.LARGE);

        DiffReport report = PolicyDiff.between(policy, policy);

        assertThat(report.isEmpty()).isTrue();
        assertThat(report.direction()).isEqualTo(AccessChange.Direction.SAME);
    }
}
