package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A statement of which states of the world exist. A state where {@code given} holds and {@code then} does not is
 * impossible: registers must not contain it and a question that describes it is denied as inconsistent.
 *
 * @param id the constraint's name, unique in the policy
 * @param given when the constraint applies
 * @param then what must hold then
 * @param because the reason given for it; empty if the policy gives none
 * @param cites the clauses and rulings it comes from
 */
public record Constraint(Id.Constraint id, Condition given, Condition then, String because, List<Id.Citation> cites) {
    public Constraint {
        requireNonNull(id, "id");
        requireNonNull(given, "given");
        requireNonNull(then, "then");
        requireNonNull(because, "because");
        cites = List.copyOf(cites);
    }
}
