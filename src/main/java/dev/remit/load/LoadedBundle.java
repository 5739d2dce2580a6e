package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Invariant;
import dev.remit.model.NamedSets;
import dev.remit.model.Policy;
import dev.remit.model.Registers;
import dev.remit.source.SourceFile;
import dev.remit.source.SourceMap;
import java.util.Comparator;
import java.util.List;

/**
 * A bundle without errors: what it says, and where.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param policy the policy
 * @param registers the projects and people; empty if the bundle has none
 * @param invariants what the policy must never or always do, by id; empty if the bundle says nothing of it
 * @param sets the sets of ids it has names for
 * @param excuses what is said to be on purpose, though {@code check} would report it
 * @param positions where each part was written
 * @param files the files that were read, sorted by name
 * @param assurance what they say beyond what the policy and the registers mean
 */
public record LoadedBundle(
        Policy policy,
        Registers registers,
        List<Invariant> invariants,
        NamedSets sets,
        List<Suppression> excuses,
        SourceMap positions,
        List<SourceFile> files,
        Assurance assurance) {

    /**
     * Checks that all parts are there.
     *
     * @param policy the policy
     * @param registers the projects and people
     * @param invariants what the policy must never or always do
     * @param sets the sets of ids it has names for
     * @param excuses what is said to be on purpose, though {@code check} would report it
     * @param positions where each part was written
     * @param files the files that were read
     * @param assurance what they say beyond what the policy and the registers mean
     */
    public LoadedBundle {
        requireNonNull(policy, "policy");
        requireNonNull(registers, "registers");
        invariants =
                invariants.stream().sorted(Comparator.comparing(Invariant::id)).toList();
        requireNonNull(sets, "sets");
        excuses = List.copyOf(excuses);
        requireNonNull(positions, "positions");
        files = List.copyOf(files);
        requireNonNull(assurance, "assurance");
    }
}
