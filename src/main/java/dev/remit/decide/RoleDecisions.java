package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
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

    /**
     * Lets through exactly what is permitted and taken care of, in one role.
     *
     * @param handled the duties carried out and the population entries acted on
     * @return the first role, in the order of the vocabulary, in which somebody is let through, and the grant under which
     *     to act
     * @throws NotLetThroughException if {@link Decision#enforce} lets nobody through in any role
     * @throws InvalidHandledException if the policy does not know what is said to be handled
     */
    public LetThrough enforce(Handled handled) {
        List<Refusal> refusals = new ArrayList<>();
        for (Decision each : declared()) {
            Enforcement enforcement = each.enforcing(handled);
            Optional<Grant> grant = enforcement.grant();
            if (grant.isPresent()) {
                return new LetThrough(each.role(), grant.get(), each);
            }
            refusals.add(enforcement.refusal());
        }
        throw NotLetThroughException.of(person, refusals);
    }

    /** The decisions in the order in which the vocabulary declares the roles. */
    private List<Decision> declared() {
        return answers.stream()
                .sorted(Comparator.comparingInt(each ->
                        each.assignment().value(each.assignment().space().role())))
                .toList();
    }
}
