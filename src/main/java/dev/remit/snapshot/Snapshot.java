package dev.remit.snapshot;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.PolicyIdentity;
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
import dev.remit.model.SignOff;
import dev.remit.model.late.LateList;
import dev.remit.source.SourceMap;
import dev.remit.source.Span;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The content of a snapshot: the texts of a bundle's files, the loaded bundle, and the compiled diagram. Its long lists are
 * read when they are looked at.
 *
 * @param texts what is kept of the text of each file, by its path in the bundle
 * @param files the paths of all files of the bundle, including those that are not part of the policy
 * @param paths the paths of all parts of the policy that have a place in the files, sorted
 * @param spans the place of each
 * @param digests the digests of the policy, the registers, and what the files say beyond what these mean
 * @param warnings the warnings of loading it
 * @param used the number of nodes that compiling it needed
 * @param index the index of its rules
 */
record Snapshot(
        Map<String, String> texts,
        List<String> files,
        SignOff.Digests digests,
        Policy policy,
        Registers registers,
        List<Invariant> invariants,
        NamedSets sets,
        List<Suppression> excuses,
        List<PolicyPath> paths,
        List<Span> spans,
        List<Diagnostic> warnings,
        int used,
        Diagram.Packed diagram,
        List<int[]> index) {

    Snapshot {
        texts = Map.copyOf(texts);
        files = List.copyOf(files);
        invariants = List.copyOf(invariants);
        excuses = List.copyOf(excuses);
        paths = LateList.kept(paths);
        spans = LateList.kept(spans);
        warnings = List.copyOf(warnings);
        index = LateList.kept(index);
    }

    /**
     * The snapshot of a bundle.
     *
     * @param texts what is kept of each text: the text itself, or what no other text has
     */
    static Snapshot of(
            Map<String, String> texts,
            OpenedBundle opened,
            LoadedBundle bundle,
            CompiledPolicy compiled,
            List<Diagnostic> warnings) {
        SortedMap<PolicyPath, Span> positions = bundle.positions().all();
        return new Snapshot(
                texts,
                opened.paths(),
                SignOff.Digests.of(
                        bundle.policy(), bundle.registers(), bundle.assurance().digest()),
                bundle.policy(),
                bundle.registers(),
                bundle.invariants(),
                bundle.sets(),
                bundle.excuses(),
                List.copyOf(positions.keySet()),
                List.copyOf(positions.values()),
                warnings,
                compiled.used(),
                compiled.diagram().packed(),
                compiled.rules().packed());
    }

    /**
     * Whether it was made from exactly these files.
     *
     * @param read what is kept of each text
     */
    boolean isOf(OpenedBundle opened, Map<String, String> read) {
        return files.equals(opened.paths()) && texts.equals(read);
    }

    /** Restores the bundle. */
    Restored restored(OpenedBundle opened, InstantSource clock) {
        Assurance kept = Assurance.restored(opened, sets, digests.assurance());
        SourceMap positions = SourceMap.of(paths, spans);
        LoadedBundle bundle = new LoadedBundle(
                policy,
                registers,
                invariants,
                sets,
                excuses,
                positions,
                List.copyOf(opened.files().values()),
                kept);
        PolicyIdentity identity = new PolicyIdentity(
                policy.header().id(),
                policy.header().version(),
                digests.policy(),
                digests.registers(),
                digests.assurance());
        DecisionPoint decisions = DecisionPoint.of(
                CompiledPolicy.restored(policy, used, diagram, index),
                () -> identity,
                registers,
                invariants,
                positions,
                clock);
        return new Restored(bundle, decisions, warnings);
    }
}
