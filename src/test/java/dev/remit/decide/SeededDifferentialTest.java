package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Policy;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many questions about many policies, made from seeds that a failure tells. */
class SeededDifferentialTest {
    private static final int POLICIES = 130;
    private static final int QUESTIONS = 400;
    private static final int SHUFFLES = 40;

    @Test
    void answersQuestionsAboutLargerPoliciesAsTheReferenceDoes() {
        Map<String, Integer> tally = LongStream.range(0, POLICIES)
                .parallel()
                .mapToObj(SeededDifferentialTest::ask)
                .reduce(Map.of(), Differential::sum);

        assertThat(tally.get("asked")).isEqualTo(POLICIES * QUESTIONS);
        assertThat(tally).containsOnlyKeys(Differential.KINDS);
        assertThat(tally.values()).as("enough of each kind: " + tally).allMatch(times -> times > 500);
    }

    private static Map<String, Integer> ask(long seed) {
        Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
        Differential differential = new Differential("large policy of seed " + seed, policy);
        GeneratedQuestions questions = new GeneratedQuestions(policy, seed);
        for (int i = 0; i < QUESTIONS; i++) {
            differential.compare(questions.next());
        }
        return differential.tally();
    }

    @Test
    void answersTheSameInWhateverOrderThingsAreDeclared() {
        for (long seed = 0; seed < SHUFFLES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            Policy shuffled = Shuffle.of(policy, new SplittableRandom(seed));
            GeneratedQuestions questions = new GeneratedQuestions(policy, ~seed);
            WalkedDiagram one = WalkedDiagram.of(policy);
            WalkedDiagram other = WalkedDiagram.of(shuffled);

            for (int i = 0; i < QUESTIONS; i++) {
                var question = questions.next();
                assertThat(other.decide(Shuffle.translated(question, other.space())))
                        .as("large policy of seed %s, shuffled; %s", seed, question)
                        .isEqualTo(one.decide(question));
            }
        }
    }
}
