package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

/**
 * A sentence or bullet of a document.
 *
 * @param section its section, by the name in the clause register or, if it is new, by its heading
 * @param text the sentence, with encoding faults repaired
 * @param line the line on which it begins, counted from 1
 * @param fingerprint its fingerprint
 */
public record Passage(String section, String text, int line, Fingerprint fingerprint) {

    /**
     * Checks that all parts are present.
     *
     * @param section its section
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
