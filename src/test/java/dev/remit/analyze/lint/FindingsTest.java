package dev.remit.analyze.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.Basis;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.Outcome;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.model.Assignment;
import dev.remit.model.Policy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the findings about hundreds of small policies to asking every complete question under every edit. */
class FindingsTest {
    private static final int MOST = 1_000_000;
    private static final int POLICIES = 28;
    private static final GeneratedPolicies.Size TINY = new GeneratedPolicies.Size(2, 2, 2, 2, 2, 1, 1, 3, 2, 6, 2);
    private static final GeneratedPolicies.Size PLAIN = new GeneratedPolicies.Size(2, 1, 2, 1, 1, 2, 1, 2, 2, 5, 1);
    private static final GeneratedPolicies.Size CROWDED = new GeneratedPolicies.Size(1, 1, 1, 1, 2, 1, 1, 3, 3, 9, 1);

    @ParameterizedTest
    @ValueSource(longs = {1000, 2000, 3000, 4000})
    void findsExactlyWhatEveryQuestionShows(long first) {
        for (GeneratedPolicies.Size size : List.of(TINY, PLAIN, CROWDED)) {
            for (long seed = first; seed < first + POLICIES; seed++) {
                Policy policy = GeneratedPolicies.policy(seed, size);

                assertThat(told(Findings.of(policy)))
                        .as("seed %d of %s", seed, size)
                        .isEqualTo(BruteForceFindings.of(policy, MOST));
            }
        }
    }

    private static Set<String> told(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.code() + " " + each.subject())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void meetsEveryKindButThoseOfMarks() {
        Set<Finding.Code> met = EnumSet.noneOf(Finding.Code.class);
        Stream.of(TINY, PLAIN, CROWDED)
                .flatMap(size ->
                        LongStream.range(1000, 1000 + POLICIES).mapToObj(seed -> GeneratedPolicies.policy(seed, size)))
                .flatMap(policy -> Findings.of(policy).stream())
                .forEach(each -> met.add(each.code()));

        assertThat(met)
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Finding.Code.UNSAID_GUARD, Finding.Code.NEEDLESS_MARK)));
    }

    @Test
    void showsEachWithAPossibleQuestion() {
        for (long seed = 1000; seed < 1000 + 3 * POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, TINY);
            ReferenceInterpreter reference = new ReferenceInterpreter(policy);
            for (Finding finding : Findings.of(policy)) {
                finding.question().ifPresent(question -> check(finding, question, reference.decide(question)));
            }
        }
    }

    private static void check(Finding finding, Assignment question, Outcome outcome) {
        assertThat(outcome.basis()).as("%s", finding).isNotEqualTo(Basis.INCONSISTENT);
        switch (finding.code()) {
            case PERMIT_ALWAYS_FORBIDDEN, PERMIT_PARTLY_FORBIDDEN ->
                assertThat(outcome.basis()).as("%s", finding).isEqualTo(Basis.FORBIDDEN);
            case ROLE_WITHOUT_ACCESS, LEVEL_WITHOUT_ACCESS, ACTIVITY_WITHOUT_ACCESS ->
                assertThat(outcome.permitted()).as("%s: %s", finding, question).isFalse();
            default -> assertThat(question.space().variables()).noneMatch(question::isOpen);
        }
    }
}
