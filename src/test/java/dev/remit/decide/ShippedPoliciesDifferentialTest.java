package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.load.BundleSource;
import dev.remit.load.OpenedBundle;
import dev.remit.model.Assignment;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies this project ships, asked many questions. */
class ShippedPoliciesDifferentialTest {
    private static final Path POLICIES = Path.of("policy");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> found = Files.list(POLICIES)) {
            return found.filter(each -> Files.exists(each.resolve("policy.yaml")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void answersSeededQuestionsAsTheReferenceDoes(Path bundle) {
        Policy policy = load(bundle);

        Map<String, Integer> tally = LongStream.range(0, 20)
                .parallel()
                .mapToObj(seed -> {
                    Differential differential = new Differential(bundle + ", questions of seed " + seed, policy);
                    GeneratedQuestions questions = new GeneratedQuestions(policy, seed);
                    for (int i = 0; i < 300; i++) {
                        differential.compare(questions.next());
                    }
                    return differential.tally();
                })
                .reduce(Map.of(), Differential::sum);

        assertThat(tally).containsKeys("complete granted", "complete forbidden", "partial granted");
    }

    /** Who may do what on which level, with every fact or with none, and nothing said of the project: the questions people start with. */
    @ParameterizedTest
    @MethodSource("bundles")
    void answersEveryRoleActivityAndLevelAsTheReferenceDoes(Path bundle) {
        Policy policy = load(bundle);
        Space space = Space.of(policy.vocabulary());

        IntStream.range(0, space.role().size()).parallel().forEach(role -> {
            Differential differential = new Differential(bundle.toString(), policy);
            for (int activity = 0; activity < space.activity().size(); activity++) {
                for (int level = 0; level < space.level().size(); level++) {
                    Assignment nothingSaid = Assignment.open(space)
                            .with(space.role(), role)
                            .with(space.activity(), activity)
                            .with(space.level(), level);
                    differential.compare(everyFact(nothingSaid, 0));
                    differential.compare(everyFact(nothingSaid, 1));
                }
            }
        });
    }

    private static Assignment everyFact(Assignment question, int value) {
        Assignment told = question;
        for (Variable each : question.space().variables()) {
            if (each.kind() == Variable.Kind.FACT) {
                told = told.with(each, value);
            }
        }
        return told;
    }

    private static Policy load(Path bundle) {
        return OpenedBundle.of(BundleSource.at(bundle)).load().orThrow().policy();
    }
}
