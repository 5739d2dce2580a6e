package dev.remit.model;

import static java.util.Objects.requireNonNull;

/**
 * A declared word of the vocabulary that carries nothing but its wording: a role, an activity or an obligation.
 *
 * @param id the word itself
 * @param title what a reader calls it
 * @param description a sentence for governance officers; empty if the policy gives none
 */
public record VocabularyEntry<I extends Id>(I id, String title, String description) {
    public VocabularyEntry {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
    }
}
