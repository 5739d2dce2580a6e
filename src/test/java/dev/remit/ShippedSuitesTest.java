package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.Progress;
import dev.remit.analyze.lint.Finding;
import dev.remit.analyze.lint.Findings;
import dev.remit.analyze.mutation.Adequacy;
import dev.remit.analyze.prove.Prover;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.coverage.CoverageMeter;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the shipped policies to their suites, their suites to the policies, and OpenSAFELY's to its invariants. */
class ShippedSuitesTest {

    private static SuiteReport run(PolicyBundle bundle, Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(folder.resolve("tests"))) {
            for (Path file : listed.sorted().toList()) {
                files.add(new SourceFile(file.toString(), Files.readString(file)));
            }
        }
        return SuiteRunner.run(
                SuiteLoader.load(files, bundle.decisionPoint(), bundle.registers())
                        .orThrow(),
                bundle.decisionPoint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "tutorial", "opensafely"})
    void passesItsSuitesAndIsShownBothWays(String name) throws IOException {
        Path folder = Path.of("policy", name);
        PolicyBundle bundle = Remit.load(folder);

        SuiteReport report = run(bundle, folder);

        assertThat(report.failures()).isEmpty();
        assertThat(CoverageMeter.measure(report, bundle.decisionPoint(), bundle.positions())
                        .missing())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "tutorial", "opensafely"})
    void noticesEverySingleEditWithNoCaseThatAddsNothing(String name) throws IOException {
        Path folder = Path.of("policy", name);
        PolicyBundle bundle = Remit.load(folder);

        SuiteAdequacy measured = SuiteAdequacy.measure(
                run(bundle, folder),
                Adequacy.of(bundle.decisionPoint(), bundle.registers()),
                bundle.decisionPoint(),
                Progress.UNHEARD);

        assertThat(measured.unlisted()).isEmpty();
        assertThat(measured.stale()).isEmpty();
        assertThat(measured.percent()).isEqualTo(100);
        assertThat(measured.idle()).isEmpty();
    }

    @Test
    void holdsEveryInvariantOfTheOpenSafelyPolicy() {
        PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));
        Prover prover = Prover.of(bundle.decisionPoint());

        assertThat(bundle.invariants())
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(invariant ->
                        assertThat(prover.prove(invariant).violations()).isEmpty());
    }

    @Test
    void findsNothingIdleInTheOpenSafelyPolicy() {
        PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));

        assertThat(Findings.of(bundle.policy()))
                .noneMatch(finding -> finding.code().isWarning())
                .extracting(Finding::code)
                .contains(Finding.Code.PERMIT_PARTLY_FORBIDDEN);
    }
}
