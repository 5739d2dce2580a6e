package dev.remit.load;

import dev.remit.diagnostic.Checked;

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
        return OpenedBundle.of(source).load();
    }
}
