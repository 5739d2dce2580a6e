package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the policy says about a question: made once, shared between all questions that get the same answer.
 *
 * @param answer the answer
 * @param basis what it rests on
 * @param grants for a permit, every grant, ordered by rule, category and route
 * @param obligations the duties of all grants together
 * @param population for a permit, the most restrictive entry of each register over all grants
 * @param forbiddenBy for a denial, the forbid rules that match in every state and choice left open or, if there is none,
 *     those that match in some; by id
 * @param violates for an inconsistent question, the constraints violated throughout or, if there is none, in some; by id
 */
public record Outcome(
        Answer answer,
        Basis basis,
        List<Grant> grants,
        Set<Id.Obligation> obligations,
        Map<Id.Register, PopulationEntry> population,
        List<Id.Rule> forbiddenBy,
        List<Id.Constraint> violates) {

    /** The outcome of a question that hangs on what was left out. */
    public static final Outcome UNDETERMINED = new Outcome(
            Answer.UNDETERMINED, Basis.MISSING_INFORMATION, List.of(), Set.of(), Map.of(), List.of(), List.of());

    public Outcome {
        requireNonNull(answer, "answer");
        requireNonNull(basis, "basis");
        grants = List.copyOf(grants);
        obligations = Id.sorted(obligations);
        population = Id.sorted(population);
        forbiddenBy = List.copyOf(forbiddenBy);
        violates = List.copyOf(violates);
    }

    /** A denial. */
    static Outcome denied(Basis basis, List<Id.Rule> forbiddenBy, List<Id.Constraint> violates) {
        return new Outcome(Answer.DENIED, basis, List.of(), Set.of(), Map.of(), forbiddenBy, violates);
    }

    /** A permit by the given grants, of which there is at least one, in order. */
    static Outcome permitted(List<Grant> grants) {
        if (grants.size() == 1) {
            Grant only = grants.get(0);
            return new Outcome(
                    Answer.PERMITTED,
                    Basis.GRANTED,
                    grants,
                    only.obligations(),
                    only.population(),
                    List.of(),
                    List.of());
        }
        Set<Id.Obligation> obligations = new TreeSet<>();
        grants.forEach(grant -> obligations.addAll(grant.obligations()));
        Map<Id.Register, PopulationEntry> population = new TreeMap<>();
        for (Grant grant : grants) {
            grant.population()
                    .forEach((register, entry) ->
                            population.merge(register, entry, (one, other) -> one.isAsStrictAs(other) ? one : other));
        }
        return new Outcome(Answer.PERMITTED, Basis.GRANTED, grants, obligations, population, List.of(), List.of());
    }

    /** True only for a permit. */
    public boolean permitted() {
        return answer == Answer.PERMITTED;
    }
}
