package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A reading chosen where the sources leave a question open; cited like a clause.
 *
 * @param id the ruling's name
 * @param title the reading in a sentence
 * @param description more about it; empty if the policy gives none
 * @param cites the clauses it reads
 * @param otherwise the other reading in a sentence, if it is written down what would differ under it
 */
public record Ruling(
        Id.Citation id, String title, String description, List<Id.Citation> cites, Optional<String> otherwise) {
    public Ruling {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        cites = List.copyOf(cites);
        requireNonNull(otherwise, "otherwise");
    }
}
