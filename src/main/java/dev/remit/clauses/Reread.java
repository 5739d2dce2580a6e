package dev.remit.clauses;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parts of a bundle to review because of differences: all that cite the clauses concerned. For a new sentence,
 * these are the parts that cite a clause of its section.
 *
 * @param names names by kind; kinds without a name are left out
 */
public record Reread(Map<Citing.Kind, Set<String>> names) {

    /**
     * Copies the map.
     *
     * @param names names by kind
     */
    public Reread {
        EnumMap<Citing.Kind, Set<String>> copy = new EnumMap<>(Citing.Kind.class);
        names.forEach((kind, some) -> copy.put(kind, Collections.unmodifiableSet(new TreeSet<>(some))));
        names = Collections.unmodifiableMap(copy);
    }

    /**
     * Finds the parts to review.
     *
     * @param differences the differences
     * @param drift the document it differs in
     * @param trace the trace of the policy
     * @return names by kind
     */
    public static Reread of(List<Difference> differences, Drift drift, Trace trace) {
        Map<Citing.Kind, Set<String>> names = new EnumMap<>(Citing.Kind.class);
        for (TracedClause each : trace.clauses()) {
            if (differences.stream().anyMatch(difference -> concerns(difference, each, drift))) {
                each.citedBy()
                        .forEach((kind, some) -> names.computeIfAbsent(kind, none -> new TreeSet<>())
                                .addAll(some));
            }
        }
        return new Reread(names);
    }

    private static boolean concerns(Difference difference, TracedClause clause, Drift drift) {
        if (difference instanceof Difference.Added added) {
            return clause.clause().document().equals(drift.document())
                    && Plain.heading(clause.clause().section())
                            .equals(Plain.heading(added.sentence().section()));
        }
        return difference.recorded().filter(clause.clause()::equals).isPresent();
    }
}
