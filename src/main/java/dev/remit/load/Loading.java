package dev.remit.load;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostics;
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
        FileList.check(trees, files, diagnostics);
        Reading reading = Reading.of(SymbolTable.in(trees, diagnostics), diagnostics);
        PolicyParts policy = PolicyParts.read(trees, reading);
        RegisterParts registers = RegisterParts.read(trees, policy, reading);
        World world = new World(
                policy.vocabulary().attributes(),
                reading.declared().registers.all(),
                reading.declared().facts.all());
        PolicyCheck check = new PolicyCheck(policy, world, reading);
        Satisfiability existing = check.existing();
        List<Rule> rules = check.check(existing);
        RegisterStates states = new RegisterStates(policy.vocabulary(), world, existing);
        new RegisterCheck(states, diagnostics).check(registers);
        if (diagnostics.hasErrors()) {
            return Checked.failed(diagnostics.sorted());
        }
        UnusedCheck.check(policy, registers, reading);
        LimitCheck.check(policy.rules(), reading);
        reading.declared().reportLookAlikes(diagnostics);
        return Checked.of(
                new LoadedBundle(
                        policy.whole(rules),
                        registers.whole(),
                        policy.invariants(),
                        reading.excuses(),
                        reading.positions().build(),
                        files.all()),
                diagnostics.sorted());
    }
}
