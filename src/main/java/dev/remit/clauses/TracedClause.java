package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Clause;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A clause with the parts that cite it.
 *
 * @param clause the clause
 * @param citedBy the names of the parts that cite it, by kind; kinds without any are left out
 */
public record TracedClause(Clause clause, Map<Citing.Kind, List<String>> citedBy) {

    /**
     * Copies the map.
     *
     * @param clause the clause
     * @param citedBy what cites it
     */
    public TracedClause {
        requireNonNull(clause, "clause");
        EnumMap<Citing.Kind, List<String>> copy = new EnumMap<>(Citing.Kind.class);
        citedBy.forEach((kind, names) -> copy.put(kind, List.copyOf(names)));
        citedBy = Collections.unmodifiableMap(copy);
    }

    /**
     * The parts of one kind that cite it.
     *
     * @param kind the kind
     * @return the names, in alphabetical order; empty if there are none
     */
    public List<String> citedBy(Citing.Kind kind) {
        return citedBy.getOrDefault(kind, List.of());
    }

    /**
     * Whether some part of the policy puts this clause into practice.
     *
     * @return true if anything but a fixture cites it
     */
    public boolean isCarried() {
        return citedBy.keySet().stream().anyMatch(Citing.Kind::carries);
    }
}
