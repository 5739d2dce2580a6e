package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Policy;
import dev.remit.model.Space;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every question there is, complete and partial, about many small policies. */
class ExhaustiveDifferentialTest {
    private static final int POLICIES = 200;
    private static final int MOST_QUESTIONS = 10_000;

    @Test
    void answersEveryQuestionAboutSmallPoliciesAsTheReferenceDoes() {
        long[] seeds = LongStream.range(0, Long.MAX_VALUE)
                .filter(seed -> GeneratedQuestions.count(Space.of(policy(seed).vocabulary())) <= MOST_QUESTIONS)
                .limit(POLICIES)
                .toArray();

        Map<String, Integer> tally = LongStream.of(seeds)
                .parallel()
                .mapToObj(ExhaustiveDifferentialTest::ask)
                .reduce(Map.of(), Differential::sum);

        assertThat(tally).containsOnlyKeys(Differential.KINDS);
        assertThat(tally.values()).as("enough of each kind: " + tally).allMatch(times -> times > 2_000);
    }

    private static Policy policy(long seed) {
        return GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
    }

    private static Map<String, Integer> ask(long seed) {
        Policy policy = policy(seed);
        Differential differential = new Differential("small policy of seed " + seed, policy);
        GeneratedQuestions.forEach(Space.of(policy.vocabulary()), differential::compare);
        return differential.tally();
    }
}
