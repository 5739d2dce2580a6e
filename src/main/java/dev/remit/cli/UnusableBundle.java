package dev.remit.cli;

import static java.util.Objects.requireNonNull;

/** There is no bundle, or it has errors, so that nothing can be asked of it. */
final class UnusableBundle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Bundle bundle;

    UnusableBundle(Bundle bundle) {
        this.bundle = requireNonNull(bundle, "bundle");
    }

    /** The bundle, with what is wrong with it. */
    Bundle bundle() {
        return bundle;
    }
}
