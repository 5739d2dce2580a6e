package dev.remit.decide;

import dev.remit.model.Assignment;
import java.util.Optional;

/**
 * A decision's way back to the decision point that made it, and what that one was asked. No part of the decision's value.
 *
 * @param issuer what is kept of the decision point
 * @param assignment the question in its plainest form
 * @param person the person asked about, if one was
 */
record Receipt(Issuer issuer, Assignment assignment, Optional<AskedAbout> person) {

    /**
     * A person who was asked about.
     *
     * @param id the id of the person
     * @param known what the directory knew of the person
     */
    record AskedAbout(String id, PersonAttributes known) {}

    /** The id of the person asked about, if one was. */
    Optional<String> personId() {
        // Without a lambda: this is asked with every decision that is heard.
        return person.isEmpty() ? Optional.empty() : Optional.of(person.get().id());
    }

    Engine engine() {
        return issuer.engine();
    }
}
