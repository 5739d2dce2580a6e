package dev.remit.diagnostic;

import java.util.Locale;

/** How much a diagnostic weighs. */
public enum Severity {

    /** The files cannot be used: nothing is loaded. */
    ERROR,

    /** The files can be used, but somebody should look. */
    WARNING;

    /**
     * The word diagnostics print.
     *
     * @return {@code error} or {@code warning}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
