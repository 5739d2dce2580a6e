package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Policy;
import dev.remit.model.Registers;
import dev.remit.source.SourceFile;
import dev.remit.source.SourceMap;
import java.util.List;

/**
 * A bundle without errors: what it says, and where.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param policy the policy
 * @param registers the projects and people; empty if the bundle has none
 * @param positions where each part was written
 * @param files the files that were read, sorted by name
 */
public record LoadedBundle(Policy policy, Registers registers, SourceMap positions, List<SourceFile> files) {

    /**
     * Checks that all parts are there.
     *
     * @param policy the policy
     * @param registers the projects and people
     * @param positions where each part was written
     * @param files the files that were read
     */
    public LoadedBundle {
        requireNonNull(policy, "policy");
        requireNonNull(registers, "registers");
        requireNonNull(positions, "positions");
        files = List.copyOf(files);
    }
}
