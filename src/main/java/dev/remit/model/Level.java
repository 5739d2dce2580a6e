package dev.remit.model;

import static java.util.Objects.requireNonNull;

/**
 * A declared data level.
 *
 * @param id the level's name, such as {@code 4}
 * @param title what a reader calls it
 * @param description a sentence for governance officers; empty if the policy gives none
 * @param patientData whether data at this level can concern patients; where it cannot, opt-outs do not apply
 */
public record Level(Id.Level id, String title, String description, boolean patientData) {
    public Level {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
    }
}
