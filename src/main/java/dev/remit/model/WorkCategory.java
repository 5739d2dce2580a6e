package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * A declared work category: a purpose for which data is used, described by the four questions of the source.
 *
 * @param id the category's name
 * @param title what a reader calls it
 * @param why the purpose; this and the next three are empty if the policy gives none
 * @param what the methods
 * @param who the people it is for
 * @param when the times it is for
 * @param obligations the duties that come with every grant in this category
 * @param cites the clauses it comes from
 */
public record WorkCategory(
        Id.Category id,
        String title,
        String why,
        String what,
        String who,
        String when,
        Set<Id.Obligation> obligations,
        List<Id.Citation> cites) {
    public WorkCategory {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(why, "why");
        requireNonNull(what, "what");
        requireNonNull(who, "who");
        requireNonNull(when, "when");
        obligations = Sorted.set(obligations);
        cites = List.copyOf(cites);
    }
}
