package dev.remit.model;

import static java.util.Objects.requireNonNull;

/**
 * A reading chosen where the sources leave a question open; cited like a clause.
 *
 * @param id the ruling's name
 * @param title the reading in a sentence
 * @param description more about it; empty if the policy gives none
 */
public record Ruling(Id.Citation id, String title, String description) {
    public Ruling {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
    }
}
