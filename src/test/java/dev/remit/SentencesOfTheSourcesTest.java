package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.CaseResult;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.model.Clause;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Asks the OpenSAFELY policy two questions for each sentence of its sources that permits, forbids, requires or conditions
 * something: one that is permitted and one that is denied.
 */
class SentencesOfTheSourcesTest {
    private static final Path SUITE = Path.of("src/test/resources/dev/remit/opensafely/sentences.yaml");
    private static final PolicyBundle BUNDLE = Remit.load(Path.of("policy/opensafely"));

    private static List<CaseResult> results() throws IOException {
        SourceFile file = new SourceFile(SUITE.toString(), Files.readString(SUITE));
        SuiteReport report = SuiteRunner.run(
                SuiteLoader.load(List.of(file), BUNDLE.decisionPoint(), BUNDLE.registers())
                        .orThrow(),
                BUNDLE.decisionPoint());
        return report.suites().get(0).results();
    }

    @Test
    void decidesEachQuestionAsTheSentenceHasIt() throws IOException {
        assertThat(results())
                .hasSizeGreaterThan(150)
                .allSatisfy(
                        each -> assertThat(each.passed()).as(each.of().name()).isTrue());
    }

    @Test
    void hasAPermittedAndADeniedQuestionForEachSentenceThatSomethingHangsOn() throws IOException {
        Map<String, Set<String>> asked = new TreeMap<>();
        for (CaseResult each : results()) {
            String name = each.of().name();
            String clause = name.substring(0, name.indexOf(','));
            String answer = name.substring(name.indexOf(',') + 2, name.indexOf(':'));
            assertThat(each.of().cites().get(0).value()).isEqualTo(clause);
            asked.computeIfAbsent(clause, none -> new TreeSet<>()).add(answer);
        }

        assertThat(asked)
                .containsOnlyKeys(BUNDLE.policy().clauses().stream()
                        .filter(SentencesOfTheSourcesTest::mattersHere)
                        .map(each -> each.id().value())
                        .toList())
                .allSatisfy((clause, answers) -> assertThat(answers).as(clause).containsExactly("denied", "permitted"));
    }

    private static boolean mattersHere(Clause clause) {
        return clause.isNormative() && clause.unansweredBecause().isEmpty();
    }
}
