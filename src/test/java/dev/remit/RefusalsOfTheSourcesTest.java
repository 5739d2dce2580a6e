package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.Decision;
import dev.remit.decide.Explanation;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.CaseResult;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.model.Id;
import dev.remit.source.SourceFile;
import dev.remit.writing.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Asks the OpenSAFELY policy what its sources refuse. The sentence that refuses each was chosen from the sources, and is the
 * first that the answer names.
 */
class RefusalsOfTheSourcesTest {
    private static final Path SUITE = Path.of("src/test/resources/dev/remit/opensafely/refusals.yaml");
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
    void refusesEachWithItsSentence() throws IOException {
        List<String> others = new ArrayList<>();
        List<CaseResult> results = results();
        for (CaseResult each : results) {
            assertThat(each.passed()).as(each.of().name()).isTrue();
            Decision decision = each.answers().get(0).decision();
            String first = decision.explain()
                    .decisive()
                    .sentence()
                    .map(Explanation.Cited::id)
                    .orElse("none");
            if (!each.of().cites().contains(new Id.Citation(first))) {
                others.add(each.of().name() + ": " + first + " instead of "
                        + each.of().cites());
            }
        }

        assertThat(results)
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(each -> assertThat(Wrapped.at(
                                        100,
                                        each.answers()
                                                .get(0)
                                                .decision()
                                                .explain()
                                                .forRequester())
                                .lines())
                        .as(each.of().name())
                        .hasSizeLessThanOrEqualTo(12));
        assertThat(others).isEmpty();
    }
}
