package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A sentence or bullet of a source document.
 *
 * @param id the clause's name
 * @param document the source document it stands in
 * @param section where it stands, outermost heading first, such as {@code Research Projects / What}
 * @param says a paraphrase
 * @param kind what the sentence does
 * @param fingerprint a digest of the normalised source sentence, if recorded
 * @param unansweredBecause why no rule carries a normative clause, if none does
 */
public record Clause(
        Id.Citation id,
        Id.Source document,
        String section,
        String says,
        Kind kind,
        Optional<String> fingerprint,
        Optional<String> unansweredBecause) {
    public Clause {
        requireNonNull(id, "id");
        requireNonNull(document, "document");
        requireNonNull(section, "section");
        requireNonNull(says, "says");
        requireNonNull(kind, "kind");
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(unansweredBecause, "unansweredBecause");
    }

    /** What a source sentence does. */
    public enum Kind {
        PERMIT("permit"),
        FORBID("forbid"),
        OBLIGATION("obligation"),
        CONDITION("condition"),
        DEFINITION("definition"),
        BACKGROUND("background");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word used in the clause register. */
        public String word() {
            return word;
        }

        /** Whether a sentence of this kind must be answered by the policy. */
        public boolean isNormative() {
            return this != DEFINITION && this != BACKGROUND;
        }
    }
}
