package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Explanation;
import dev.remit.decide.Question;
import dev.remit.model.Vocabulary;
import dev.remit.writing.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Asks the OpenSAFELY policy about every role, activity, level and work category, and holds the first sentence of each denial
 * to a table of what the sentences of the sources refuse, which was made from the sources.
 */
class DenialsOfThePolicyTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/remit/opensafely");
    private static final PolicyBundle BUNDLE = Remit.load(Path.of("policy/opensafely"));
    private static final int LINES = 12;
    private static final int WIDTH = 100;

    private static final List<Denial> DENIALS = new ArrayList<>();

    private record Denial(String role, String activity, String level, String category, Explanation explanation) {
        private String sentence() {
            return explanation.decisive().sentence().map(Explanation.Cited::id).orElse("none");
        }

        private String line() {
            return String.join(";", role, activity, level, category, sentence());
        }

        /** Whether a row of the table is about it. */
        private boolean isIn(List<String> row) {
            return row.get(0).equals(sentence())
                    && isAmong(role, row.get(2))
                    && isAmong(activity, row.get(3))
                    && isAmong(level, row.get(4))
                    && isAmong(category, row.get(5));
        }

        private static boolean isAmong(String word, String words) {
            return words.equals("*") || List.of(words.split(",", -1)).contains(word);
        }
    }

    @BeforeAll
    static void asksEverything() {
        DecisionPoint decisions = BUNDLE.decisionPoint();
        Vocabulary words = BUNDLE.policy().vocabulary();
        words.roles()
                .forEach(role -> words.activities()
                        .forEach(activity -> words.levels()
                                .forEach(level -> words.categories().forEach(category -> {
                                    Decision decision = decisions.decide(
                                            Question.may(role.id().value())
                                                    .perform(activity.id().value())
                                                    .onLevel(level.id().value())
                                                    .in(category.id().value()));
                                    if (decision.answer() == Answer.DENIED) {
                                        DENIALS.add(new Denial(
                                                role.id().value(),
                                                activity.id().value(),
                                                level.id().value(),
                                                category.id().value(),
                                                decision.explain()));
                                    }
                                }))));
    }

    private static List<List<String>> rows(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }

    @Test
    void beginWithASentenceThatForbidsOrSaysWhoAloneMay() throws IOException {
        List<List<String>> refusing = rows("refusing-sentences.csv");
        List<String> exceptions = DENIALS.stream()
                .filter(denial -> refusing.stream().noneMatch(denial::isIn))
                .map(Denial::line)
                .toList();

        assertThat(DENIALS).hasSizeGreaterThan(5000);
        assertThat(exceptions)
                .containsExactlyInAnyOrderElementsOf(rows("refusal-exceptions.csv").stream()
                        .map(row -> String.join(";", row))
                        .toList());
        assertThat(exceptions.size() * 50).isLessThan(DENIALS.size());
    }

    @Test
    void areReadInADozenLinesWithoutIds() {
        assertThat(DENIALS).allSatisfy(denial -> {
            String text = Wrapped.at(WIDTH, denial.explanation().forRequester());
            assertThat(text.lines()).as(text).hasSizeLessThanOrEqualTo(LINES);
            assertThat(text).startsWith("DENIED: ").doesNotContain(denial.sentence(), "ruling-", ".yaml", "sha256:");
        });
    }

    @Test
    void nameNoRuleForAnotherRoleActivityOrPurpose() {
        assertThat(DENIALS)
                .allSatisfy(denial -> assertThat(denial.explanation().nearest())
                        .flatMap(near -> near.lacks())
                        .noneMatch(lack -> List.of("role", "activity", "category")
                                .contains(lack.about().name())));
    }
}
