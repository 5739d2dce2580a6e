package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sentence or bullet of a source document.
 *
 * @param id the clause's name
 * @param document the source document it stands in
 * @param section where it stands, outermost heading first, such as {@code Research Projects / What}
 * @param says a paraphrase
 * @param kinds what the sentence does, at least one thing; the first of them first
 * @param fingerprint a digest of the normalised source sentence, if recorded
 * @param unansweredBecause why no rule carries a normative clause, if none does
 */
public record Clause(
        Id.Citation id,
        Id.Source document,
        String section,
        String says,
        List<Kind> kinds,
        Optional<String> fingerprint,
        Optional<String> unansweredBecause) {
    public Clause {
        requireNonNull(id, "id");
        requireNonNull(document, "document");
        requireNonNull(section, "section");
        requireNonNull(says, "says");
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds: a sentence does something");
        }
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(unansweredBecause, "unansweredBecause");
    }

    /** Whether the sentence does this, perhaps beside other things. */
    public boolean is(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether the policy must answer it. */
    public boolean isNormative() {
        return kinds.stream().anyMatch(Kind::isNormative);
    }

    /** The words of what it does, such as {@code permit and forbid}. */
    public String kindWords() {
        return kinds.stream().map(Kind::word).collect(Collectors.joining(" and "));
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
