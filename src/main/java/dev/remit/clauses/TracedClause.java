package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Clause;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A clause with all that cites it.
 *
 * @param clause the clause
 * @param citedBy the names of what cites it, by kind; kinds that do not are left out
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
     * What cites it, of one kind.
     *
     * @param kind the kind
     * @return names, in alphabetical order; empty if none of this kind does
     */
    public List<String> citedBy(Citing.Kind kind) {
        return citedBy.getOrDefault(kind, List.of());
    }

    /**
     * Whether something in the policy answers this clause.
     *
     * @return true if anything but a fixture cites it
     */
    public boolean isCarried() {
        return citedBy.keySet().stream().anyMatch(Citing.Kind::carries);
    }
}
