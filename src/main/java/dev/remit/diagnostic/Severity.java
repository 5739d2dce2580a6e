package dev.remit.diagnostic;

import java.util.Locale;

/** How much a diagnostic weighs. */
public enum Severity {

    /** The files cannot be used: nothing is loaded. */
    ERROR,

    /** The files can be used, but somebody should look. */
    WARNING,

    /** Nothing needs to be done: it is often meant, and told to those who want to know. */
    NOTE;

    /**
     * The word diagnostics print.
     *
     * @return {@code error}, {@code warning} or {@code note}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
