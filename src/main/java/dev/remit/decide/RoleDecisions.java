package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The answers for somebody who may act in several roles, one for each role. Roles never add up: whoever acts, acts in
 * one of them.
 *
 * @param person the person asked about, if one was
 * @param answers one decision for each role, in the order of the vocabulary or as asked
 */
public record RoleDecisions(Optional<String> person, List<Decision> answers) {
    public RoleDecisions {
        requireNonNull(person, "person");
        answers = List.copyOf(answers);
    }

    /** Whether any of the roles is permitted. */
    public boolean permitted() {
        return answers.stream().anyMatch(Decision::permitted);
    }
}
