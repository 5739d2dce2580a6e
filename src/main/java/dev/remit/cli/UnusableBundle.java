package dev.remit.cli;

import static java.util.Objects.requireNonNull;

/** Thrown if there is no bundle, or if it has errors and so cannot answer. */
final class UnusableBundle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Bundle bundle;

    UnusableBundle(Bundle bundle) {
        this.bundle = requireNonNull(bundle, "bundle");
    }

    /** The bundle, with its errors. */
    Bundle bundle() {
        return bundle;
    }
}
