package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A declared route: a way data is reached, and what that way does about each opt-out register.
 *
 * @param id the route's name
 * @param title what a reader calls it
 * @param description a sentence for governance officers; empty if the policy gives none
 * @param modes the mode of every declared opt-out register
 * @param lists the lists of patients that are used here in place of the register's own
 * @param sources where what is reached comes from, if some mode is that of outputs
 * @param obligations the duties that come with every grant over this route
 */
public record Route(
        Id.Route id,
        String title,
        String description,
        Map<Id.Register, Mode> modes,
        Map<Id.Register, PatientList> lists,
        List<Source> sources,
        Set<Id.Obligation> obligations) {
    public Route {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        modes = Sorted.map(modes);
        lists = Sorted.map(lists);
        sources = sources.stream().distinct().sorted().toList();
        obligations = Sorted.set(obligations);
    }

    /**
     * A way from which outputs come.
     *
     * @param route the way
     * @param when the projects whose outputs can come from it: a condition over project attributes
     */
    public record Source(Id.Route route, Condition when) implements Comparable<Source> {
        private static final Comparator<Source> ORDER = Comparator.comparing(Source::route)
                .thenComparing(each -> each.when().toString());

        public Source {
            requireNonNull(route, "route");
            requireNonNull(when, "when");
        }

        @Override
        public int compareTo(Source other) {
            return ORDER.compare(this, other);
        }
    }

    /** This route with other modes. */
    public Route withModes(Map<Id.Register, Mode> other) {
        return new Route(id, title, description, other, lists, sources, obligations);
    }

    /** This route with outputs from other ways. */
    public Route withSources(List<Source> other) {
        return new Route(id, title, description, modes, lists, other, obligations);
    }

    /** This route with other duties. */
    public Route withObligations(Set<Id.Obligation> other) {
        return new Route(id, title, description, modes, lists, sources, other);
    }

    /** The list of patients that a filter on this route uses for a register. */
    public PatientList list(OptOutRegister register) {
        return lists.getOrDefault(register.id(), register.patients());
    }

    /** What this route can do about the patients of a register. */
    public Mode mode(Id.Register register) {
        return modes.getOrDefault(register, Mode.NOT_APPLICABLE);
    }
}
