package dev.remit.node;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.SourceFile;
import java.util.Optional;

/** Reads a YAML file into a tree of values with positions, reporting everything that is wrong with it as YAML. */
public final class YamlReader {

    private YamlReader() {}

    /**
     * Reads one file.
     *
     * @param file the file
     * @param limits how much it may hold
     * @param diagnostics where faults are reported
     * @return the root, or empty if there is none to work with; then an error has been reported
     */
    public static Optional<Node> read(SourceFile file, Limits limits, Diagnostics diagnostics) {
        throw new UnsupportedOperationException("not written yet: " + file.name() + limits + diagnostics);
    }
}
