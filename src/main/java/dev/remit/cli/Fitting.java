package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.diagnostic.Checked;
import dev.remit.model.TooLargeException;
import java.util.List;
import java.util.function.Supplier;

/** Runs work that can be too large for a bundle, and reports that as a located error of the bundle. */
final class Fitting {
    private Fitting() {}

    /**
     * Runs work on a bundle, and returns its result.
     *
     * @throws UnusableBundle if the work is too large, with the diagnostic
     */
    static <T> T in(PolicyBundle bundle, Supplier<T> work) {
        try {
            return work.get();
        } catch (TooLargeException full) {
            throw new UnusableBundle(
                    new Bundle(Checked.failed(List.of(bundle.diagnostic(full.tooLarge()))), bundle.files()));
        }
    }
}
