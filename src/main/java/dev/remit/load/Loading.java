package dev.remit.load;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.model.Registers;
import dev.remit.model.Rule;
import java.util.List;

/** One bundle on its way from files to a policy: read, then checked, then put together. */
final class Loading {
    private final BundleFiles files;
    private final Diagnostics diagnostics;

    Loading(BundleFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
    }

    Checked<LoadedBundle> load() {
        Trees trees = Trees.read(files, diagnostics);
        Reading reading = Reading.of(Declared.in(trees, diagnostics), diagnostics);
        PolicyParts policy = PolicyParts.read(trees, reading);
        PolicyCheck check = new PolicyCheck(policy, reading);
        List<Rule> rules = check.check(check.existing());
        if (diagnostics.hasErrors()) {
            return Checked.failed(diagnostics.sorted());
        }
        return Checked.of(
                new LoadedBundle(
                        policy.whole(rules),
                        Registers.EMPTY,
                        reading.positions().build(),
                        files.all()),
                diagnostics.sorted());
    }
}
