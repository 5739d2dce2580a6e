package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.diagnostic.Checked;
import dev.remit.model.TooLargeException;
import java.util.List;
import java.util.function.Supplier;

/** Work that takes more room the larger a bundle is: what is too large about it is a fault of the bundle, at its place. */
final class Fitting {
    private Fitting() {}

    /**
     * What comes of work on a bundle.
     *
     * @throws UnusableBundle with what is too large about it
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
