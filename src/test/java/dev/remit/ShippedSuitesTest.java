package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.Adequacy;
import dev.remit.analyze.AdequacyReport;
import dev.remit.analyze.Finding;
import dev.remit.analyze.Findings;
import dev.remit.analyze.Probe;
import dev.remit.analyze.Progress;
import dev.remit.analyze.Prover;
import dev.remit.fixture.CoverageMeter;
import dev.remit.fixture.SuiteLoader;
import dev.remit.fixture.SuiteReport;
import dev.remit.fixture.SuiteRunner;
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

    @Test
    void noticesEverySingleEditOfTheOpenSafelyPolicy() throws IOException {
        Path folder = Path.of("policy/opensafely");
        PolicyBundle bundle = Remit.load(folder);
        List<Probe> probes = run(bundle, folder)
                .results()
                .flatMap(result -> result.answers().stream()
                        .flatMap(answer -> answer.expected().stream()
                                .map(expected -> new Probe(
                                        result.of().name(),
                                        answer.decision(),
                                        decision -> expected.check(decision).isEmpty()))))
                .toList();

        AdequacyReport adequacy = Adequacy.of(bundle.policy()).measure(probes, Progress.UNHEARD);

        assertThat(adequacy.survived()).isEmpty();
        assertThat(adequacy.percent()).isEqualTo(100);
    }

    @Test
    void holdsEveryInvariantOfTheOpenSafelyPolicy() {
        PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));
        Prover prover = Prover.of(bundle.policy());

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
