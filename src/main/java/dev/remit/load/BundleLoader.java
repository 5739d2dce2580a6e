package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.SourceFile;
import java.util.function.Consumer;

/**
 * Gives the policy of a bundle, or everything that is wrong with it.
 *
 * <p>All files are read and checked, whatever is wrong with the others; after any error nothing is handed out. Stateless,
 * so safe to use from several threads.
 */
public final class BundleLoader {
    private BundleLoader() {}

    /**
     * Loads a bundle.
     *
     * @param source where it lies
     * @return the bundle with its warnings, or its errors and warnings
     */
    public static Checked<LoadedBundle> load(BundleSource source) {
        return load(source, file -> {});
    }

    /**
     * Loads a bundle, and hands over its files even if there are errors, so that a rendering can show their lines.
     *
     * @param source where it lies
     * @param files takes each file that could be read, in the order of their names
     * @return the bundle with its warnings, or its errors and warnings
     */
    public static Checked<LoadedBundle> load(BundleSource source, Consumer<SourceFile> files) {
        Diagnostics diagnostics = new Diagnostics();
        BundleFiles opened = BundleFiles.open(requireNonNull(source, "source"), diagnostics);
        opened.all().forEach(requireNonNull(files, "files"));
        return new Loading(opened, diagnostics).load();
    }
}
