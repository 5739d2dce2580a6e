package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.Suite;
import dev.remit.load.SuiteFiles;
import dev.remit.source.SourceFile;
import java.util.List;

/**
 * The suites of tests beside a policy.
 *
 * @param suites the suites
 * @param files their files
 */
record OpenedSuites(List<Suite> suites, List<SourceFile> files) {
    OpenedSuites {
        suites = List.copyOf(suites);
        files = List.copyOf(files);
    }

    /**
     * Loads the suites of the given bundle. Their warnings go to standard error.
     *
     * @throws UnusableBundle if there are none, or they have errors
     */
    static OpenedSuites of(Given given, PolicyBundle bundle) {
        Checked<List<SourceFile>> files = SuiteFiles.open(Bundle.source(given));
        if (files.hasErrors()) {
            throw unusable(files.diagnostics(), bundle.files());
        }
        Checked<List<Suite>> suites =
                SuiteLoader.load(files.orThrow(), bundle.decisionPoint(), bundle.registers(), bundle.sets());
        if (suites.hasErrors()) {
            throw unusable(suites.diagnostics(), files.orThrow());
        }
        if (!suites.diagnostics().isEmpty()) {
            given.say(FrameRendering.of(files.orThrow()).render(suites.diagnostics()));
        }
        return new OpenedSuites(suites.orThrow(), files.orThrow());
    }

    private static UnusableBundle unusable(List<Diagnostic> diagnostics, List<SourceFile> files) {
        return new UnusableBundle(new Bundle(Checked.failed(diagnostics), files));
    }
}
