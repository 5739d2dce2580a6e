package dev.remit.decide;

import dev.remit.model.Assignment;
import java.util.Optional;

/**
 * A decision's way back to the decision point that made it, and what that one was asked. No part of the decision's value.
 *
 * @param issuer what is kept of the decision point
 * @param assignment the question in its plainest form
 * @param person the id of the person asked about, if one was
 * @param known what the directory knew of that person
 */
record Receipt(Issuer issuer, Assignment assignment, Optional<String> person, Optional<PersonAttributes> known) {

    Engine engine() {
        return issuer.engine();
    }
}
