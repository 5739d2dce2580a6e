package dev.remit.snapshot;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Diagram;
import dev.remit.load.Assurance;
import dev.remit.load.LoadedBundle;
import dev.remit.load.OpenedBundle;
import dev.remit.load.Suppression;
import dev.remit.model.Invariant;
import dev.remit.model.NamedSets;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Registers;
import dev.remit.source.SourceFile;
import dev.remit.source.SourceMap;
import dev.remit.source.Span;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The content of a snapshot: the texts of a bundle's files, the loaded bundle, and the compiled diagram.
 *
 * @param texts what is kept of the text of each file, by its path in the bundle
 * @param paths the paths of all files of the bundle, including those that are not part of the policy
 * @param assurance the digest of what the files say beyond what policy and registers mean
 * @param warnings the warnings of loading it
 * @param used the number of nodes that compiling it needed
 */
record Snapshot(
        Map<String, String> texts,
        List<String> paths,
        Policy policy,
        Registers registers,
        List<Invariant> invariants,
        NamedSets sets,
        List<Suppression> excuses,
        Map<PolicyPath, Span> positions,
        String assurance,
        List<Diagnostic> warnings,
        int used,
        Diagram.Packed diagram) {

    Snapshot {
        texts = Map.copyOf(texts);
        paths = List.copyOf(paths);
        invariants = List.copyOf(invariants);
        excuses = List.copyOf(excuses);
        positions = Map.copyOf(positions);
        warnings = List.copyOf(warnings);
    }

    /**
     * The snapshot of a bundle.
     *
     * @param kept what is kept of each text: the text itself, or what no other text has
     */
    static Snapshot of(
            OpenedBundle opened,
            LoadedBundle bundle,
            DecisionPoint decisions,
            List<Diagnostic> warnings,
            UnaryOperator<String> kept) {
        return new Snapshot(
                texts(opened, kept),
                opened.paths(),
                bundle.policy(),
                bundle.registers(),
                bundle.invariants(),
                bundle.sets(),
                bundle.excuses(),
                bundle.positions().all(),
                bundle.assurance().digest(),
                warnings,
                decisions.compiled().used(),
                decisions.compiled().diagram().packed());
    }

    private static Map<String, String> texts(OpenedBundle opened, UnaryOperator<String> kept) {
        Map<String, String> texts = new HashMap<>();
        opened.files().forEach((path, file) -> texts.put(path, kept.apply(file.text())));
        opened.suites().forEach((path, file) -> file.ifPresent(suite -> texts.put(path, kept.apply(suite.text()))));
        return texts;
    }

    /**
     * Whether it was made from exactly these files.
     *
     * @param kept what was kept of each text
     */
    boolean isOf(OpenedBundle opened, UnaryOperator<String> kept) {
        return paths.equals(opened.paths()) && texts.equals(texts(opened, kept));
    }

    /** Restores the bundle. */
    Restored restored(OpenedBundle opened, InstantSource clock) {
        List<SourceFile> files = List.copyOf(opened.files().values());
        Assurance kept = Assurance.restored(opened, sets, assurance);
        LoadedBundle bundle =
                new LoadedBundle(policy, registers, invariants, sets, excuses, SourceMap.of(positions), files, kept);
        CompiledPolicy compiled = CompiledPolicy.restored(policy, used, diagram);
        DecisionPoint decisions =
                DecisionPoint.of(compiled, registers, invariants, bundle.positions(), clock, () -> assurance);
        return new Restored(bundle, decisions, warnings);
    }
}
