package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.SourceFile;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bundle whose files were read, but not yet made sense of. Not safe to share between threads. */
public final class OpenedBundle {
    private final BundleFiles files;
    private final Diagnostics diagnostics;
    private final boolean isWhole;

    private OpenedBundle(BundleFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
        isWhole = diagnostics.sorted().isEmpty();
    }

    /**
     * Reads the files of a bundle; what is wrong with them is told when it is loaded.
     *
     * @param source where it lies
     * @return its files
     */
    public static OpenedBundle of(BundleSource source) {
        Diagnostics diagnostics = new Diagnostics();
        return new OpenedBundle(BundleFiles.open(requireNonNull(source, "source"), diagnostics), diagnostics);
    }

    /**
     * The files.
     *
     * @return each file that could be read, by its path in the bundle
     */
    public SortedMap<String, SourceFile> files() {
        return new TreeMap<>(files.byPath());
    }

    /**
     * The paths of all files of the bundle, those included that are no part of the policy, such as suites of tests.
     *
     * @return the paths, sorted
     */
    public List<String> paths() {
        return List.copyOf(files.members());
    }

    /**
     * Whether there was nothing to report so far, such as a file that cannot be read, or that nobody reads.
     *
     * @return true if the files are exactly those of a bundle
     */
    public boolean isWhole() {
        return isWhole;
    }

    /**
     * Makes sense of the files.
     *
     * @return the bundle with its warnings, or its errors and warnings
     */
    public Checked<LoadedBundle> load() {
        return new Loading(files, diagnostics).load();
    }
}
