package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.clauses.Citing;
import dev.remit.clauses.Trace;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.Case;
import dev.remit.fixture.suite.Suite;
import dev.remit.load.BundleSource;
import dev.remit.load.SuiteFiles;
import dev.remit.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** The trace of a bundle: what its rules, invariants and suites cite. */
final class Citations {
    private Citations() {}

    /**
     * What is cited by the policy, its invariants and its suites of tests. Suites with errors are left out, with a
     * note.
     */
    static Trace all(PolicyBundle bundle, BundleSource source, Streams streams) {
        List<Citing> citing = new ArrayList<>(invariants(bundle));
        Checked<List<SourceFile>> files = SuiteFiles.open(source);
        Checked<List<Suite>> suites = files.value()
                .map(found -> SuiteLoader.load(found, bundle.decisionPoint(), bundle.registers(), bundle.sets()))
                .orElseGet(() -> Checked.failed(files.diagnostics()));
        suites.value()
                .ifPresent(sound -> sound.forEach(suite -> suite.cases().forEach(each -> citing.add(fixture(each)))));
        if (suites.hasErrors() && suites.diagnostics().stream().noneMatch(each -> each.code() == Code.EMPTY_SUITE)) {
            streams.err()
                    .println("note: the suites of tests have errors, so no fixture is named; `remit test` tells more");
        }
        return Trace.of(bundle.policy(), citing);
    }

    private static List<Citing> invariants(PolicyBundle bundle) {
        return bundle.invariants().stream()
                .map(each -> new Citing(Citing.Kind.INVARIANT, each.id().value(), each.cites()))
                .toList();
    }

    /** The citations of a case. A cell of a table goes by the name of the table, which cites for all of them. */
    private static Citing fixture(Case each) {
        return new Citing(Citing.Kind.FIXTURE, each.name().replaceFirst(" \\[[^\\[\\]]*]$", ""), each.cites());
    }
}
