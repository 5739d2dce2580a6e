package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Policy;
import dev.remit.model.Space;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question there is, complete and partial, about many small policies. */
class ExhaustiveDifferentialTest {
    private static final int POLICIES = 200;
    private static final int MOST_QUESTIONS = 10_000;

    @ParameterizedTest
    @MethodSource
    void answersEveryQuestionAboutSmallPoliciesAsTheReferenceDoes(GeneratedPolicies.Size size) {
        long[] seeds = LongStream.range(0, Long.MAX_VALUE)
                .filter(seed ->
                        GeneratedQuestions.count(Space.of(policy(seed, size).vocabulary())) <= MOST_QUESTIONS)
                .limit(POLICIES)
                .toArray();

        Map<String, Integer> tally = LongStream.of(seeds)
                .parallel()
                .mapToObj(seed -> ask(seed, size))
                .reduce(Map.of(), Differential::sum);

        assertThat(tally).containsOnlyKeys(Differential.KINDS);
        assertThat(tally.values()).as("enough of each kind: " + tally).allMatch(times -> times > 2_000);
    }

    static List<GeneratedPolicies.Size> answersEveryQuestionAboutSmallPoliciesAsTheReferenceDoes() {
        return List.of(GeneratedPolicies.Size.SMALL, GeneratedPolicies.Size.SPREAD);
    }

    private static Policy policy(long seed, GeneratedPolicies.Size size) {
        return GeneratedPolicies.policy(seed, size);
    }

    private static Map<String, Integer> ask(long seed, GeneratedPolicies.Size size) {
        Policy policy = policy(seed, size);
        Differential differential = new Differential("small policy of seed " + seed, policy);
        GeneratedQuestions.forEach(Space.of(policy.vocabulary()), differential::compare);
        return differential.tally();
    }
}
