package dev.remit.check;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.CaseResult;
import dev.remit.fixture.suite.Mismatch;
import dev.remit.fixture.suite.Suite;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.load.SuiteFiles;
import dev.remit.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports suites of tests that cannot be read, and cases that are not decided as expected. A bundle need not have
 * suites.
 */
final class SuiteInspection implements Inspection {
    /** The number of failing cases to report one by one. */
    private static final int LISTED = 100;

    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        Checked<List<SourceFile>> files = SuiteFiles.open(inspected.source());
        if (files.value().isEmpty()) {
            return files.diagnostics().stream()
                    .filter(each -> each.code() != Code.EMPTY_SUITE)
                    .toList();
        }
        files.orThrow().forEach(inspected::show);
        PolicyBundle bundle = inspected.bundle();
        Checked<List<Suite>> suites =
                SuiteLoader.load(files.orThrow(), bundle.decisionPoint(), bundle.registers(), bundle.sets());
        List<Diagnostic> found = new ArrayList<>(suites.diagnostics());
        suites.value().ifPresent(sound -> found.addAll(failing(sound, inspected)));
        return found;
    }

    private static List<Diagnostic> failing(List<Suite> suites, Inspected inspected) {
        List<CaseResult> failures =
                SuiteRunner.run(suites, inspected.bundle().decisionPoint()).failures();
        List<Diagnostic> found = new ArrayList<>();
        for (CaseResult each : failures.subList(0, Math.min(LISTED, failures.size()))) {
            found.add(new Diagnostic(
                    Code.FAILED_CASE,
                    each.of().span(),
                    Words.whole(each.of().name()) + " is not decided as expected: " + differences(each),
                    Optional.of("`remit test BUNDLE` tells why"),
                    List.of(inspected.line(each.of().question()))));
        }
        if (failures.size() > LISTED) {
            CaseResult next = failures.get(LISTED);
            found.add(new Diagnostic(
                    Code.FAILED_CASE,
                    next.of().span(),
                    Words.whole(next.of().name()) + " and " + (failures.size() - LISTED - 1)
                            + " further cases are not decided as expected",
                    Optional.of("`remit test BUNDLE` tells all of them, and why")));
        }
        return found;
    }

    private static String differences(CaseResult result) {
        return Stream.concat(
                        result.whole().stream(), result.answers().stream().flatMap(each -> each.mismatches().stream()))
                .map(Mismatch::toString)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
