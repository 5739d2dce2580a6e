package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

/**
 * A sentence or bullet of a document.
 *
 * @param section where it stands, as the clause register calls it; a new heading by its own name
 * @param text the sentence, with encoding faults mended
 * @param line the line of the document it begins on, counted from 1
 * @param fingerprint its fingerprint
 */
public record Passage(String section, String text, int line, Fingerprint fingerprint) {

    /**
     * Checks that all parts are there.
     *
     * @param section where it stands
     * @param text the sentence
     * @param line the line it begins on
     * @param fingerprint its fingerprint
     */
    public Passage {
        requireNonNull(section, "section");
        requireNonNull(text, "text");
        requireNonNull(fingerprint, "fingerprint");
    }
}
