package dev.remit;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.PolicyIdentity;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.Assurance;
import dev.remit.load.LoadedBundle;
import dev.remit.load.Suppression;
import dev.remit.load.WrittenParts;
import dev.remit.model.Invariant;
import dev.remit.model.NamedSets;
import dev.remit.model.Policy;
import dev.remit.model.Registers;
import dev.remit.model.SignOff;
import dev.remit.model.TooLarge;
import dev.remit.source.SourceFile;
import dev.remit.source.SourceMap;
import java.util.List;

/**
 * A policy bundle that loaded without errors, compiled and ready to answer. Immutable and safe to share between threads;
 * services load one and keep it.
 */
public final class PolicyBundle {
    private final LoadedBundle loaded;
    private final DecisionPoint decisions;
    private final List<Diagnostic> warnings;

    PolicyBundle(LoadedBundle loaded, DecisionPoint decisions, List<Diagnostic> warnings) {
        this.loaded = loaded;
        this.decisions = decisions;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Answers questions under this bundle's policy and registers, taking the time from the system clock where a question
     * states none.
     */
    public DecisionPoint decisionPoint() {
        return decisions;
    }

    /** The policy. */
    public Policy policy() {
        return loaded.policy();
    }

    /** The projects and people; empty if the bundle has none. */
    public Registers registers() {
        return loaded.registers();
    }

    /** What the policy must never or always do, by id; empty if the bundle says nothing of it. */
    public List<Invariant> invariants() {
        return loaded.invariants();
    }

    /** The sets of ids that the bundle has names for. */
    public NamedSets sets() {
        return loaded.sets();
    }

    /** What is said to be on purpose, though {@code check} would report it. */
    public List<Suppression> excuses() {
        return loaded.excuses();
    }

    /** Where each part of the bundle was written. */
    public SourceMap positions() {
        return loaded.positions();
    }

    /** The smallest parts of its files that carry meaning, as they were written. They are read anew at each call. */
    public WrittenParts writtenParts() {
        return WrittenParts.of(loaded.files());
    }

    /**
     * What was too large about an analysis of this bundle, as a diagnostic at the part it is about.
     *
     * @param tooLarge what an analysis was refused with
     */
    public Diagnostic diagnostic(TooLarge tooLarge) {
        return TooLargeFault.of(tooLarge, Code.TOO_LARGE_TO_ANALYZE, loaded);
    }

    /** What the files of the bundle say beyond what the policy and its registers mean. */
    public Assurance assurance() {
        return loaded.assurance();
    }

    /** The digests of all that its files say, which an approval binds. */
    public SignOff.Digests digests() {
        PolicyIdentity identity = decisions.identity();
        return new SignOff.Digests(identity.digest(), identity.registers(), identity.assurance());
    }

    /** The files the bundle was read from, without suites of tests, sorted by name. */
    public List<SourceFile> files() {
        return loaded.files();
    }

    /** What is odd about the bundle though not wrong, in the order of its files. */
    public List<Diagnostic> warnings() {
        return warnings;
    }
}
