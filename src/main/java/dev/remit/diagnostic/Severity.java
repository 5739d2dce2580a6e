package dev.remit.diagnostic;

import java.util.Locale;

/** The severity of a diagnostic. */
public enum Severity {

    /** The files cannot be used: nothing is loaded. */
    ERROR,

    /** The files can be used, but somebody should look. */
    WARNING,

    /** Nothing needs to be done: it is often intended, and reported only on request. */
    NOTE;

    /**
     * The word in diagnostics.
     *
     * @return {@code error}, {@code warning} or {@code note}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
