package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.analyze.mutation.Adequacy;
import dev.remit.check.Inspections;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.coverage.CoverageMeter;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.load.BundleSource;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the bundles about other systems to what is asked of a shipped one: nothing found, all shown, every edit noticed. */
class ExampleBundlesTest {
    private static final Path EXAMPLES = Path.of("docs/examples");
    private static final InstantSource DAY = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"cluster-roles", "output-release"})
    void nothingIsFoundInIt(String name) {
        BundleSource source = BundleSource.at(EXAMPLES.resolve(name));
        PolicyBundle bundle = Remit.load(EXAMPLES.resolve(name));

        assertThat(bundle.invariants()).hasSizeGreaterThan(4);
        assertThat(Inspections.usual(DAY).of(bundle, source, Progress.UNHEARD).diagnostics())
                .allSatisfy(each -> assertThat(each.severity().word()).isEqualTo("note"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster-roles", "output-release"})
    void itsSuiteShowsEveryRuleAndNoticesEveryEdit(String name) throws IOException {
        PolicyBundle bundle = Remit.load(EXAMPLES.resolve(name));
        SuiteReport report = SuiteRunner.run(
                SuiteLoader.load(suites(name), bundle.decisionPoint(), bundle.registers(), bundle.sets())
                        .orThrow(),
                bundle.decisionPoint());

        SuiteAdequacy measured = SuiteAdequacy.measure(
                report,
                Adequacy.of(bundle.decisionPoint(), bundle.registers()),
                bundle.decisionPoint(),
                Progress.UNHEARD);

        assertThat(report.failures()).isEmpty();
        assertThat(CoverageMeter.measure(report, bundle.decisionPoint(), bundle.positions())
                        .missing())
                .isEmpty();
        assertThat(measured.percent()).isEqualTo(100);
        assertThat(measured.idle()).isEmpty();
    }

    private static List<SourceFile> suites(String name) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(EXAMPLES.resolve(name).resolve("tests"))) {
            for (Path file : listed.sorted().toList()) {
                files.add(new SourceFile(file.toString(), Files.readString(file)));
            }
        }
        return files;
    }
}
