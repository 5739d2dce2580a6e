package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/**
 * A declared route: a way data is reached, and what that way does about each opt-out register.
 *
 * @param id the route's name
 * @param title what a reader calls it
 * @param description a sentence for governance officers; empty if the policy gives none
 * @param modes the mode of every declared opt-out register
 * @param obligations the duties that come with every grant over this route
 */
public record Route(
        Id.Route id, String title, String description, Map<Id.Register, Mode> modes, Set<Id.Obligation> obligations) {
    public Route {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        modes = Sorted.map(modes);
        obligations = Sorted.set(obligations);
    }

    /** What this route can do about the patients of a register. */
    public Mode mode(Id.Register register) {
        return modes.getOrDefault(register, Mode.NOT_APPLICABLE);
    }
}
