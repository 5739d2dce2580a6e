package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.model.Clause;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.source.SourceMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The trace of a policy: which parts cite which clauses. Immutable.
 *
 * <p>A policy without a clause register has an empty trace.
 */
public final class Trace {
    private final Policy policy;
    private final Map<Id.Citation, TracedClause> clauses = new LinkedHashMap<>();

    private Trace(Policy policy, Collection<Citing> citing) {
        this.policy = requireNonNull(policy, "policy");
        Map<Id.Citation, Map<Citing.Kind, TreeSet<String>>> names = new LinkedHashMap<>();
        policy.clauses().forEach(clause -> names.put(clause.id(), new EnumMap<>(Citing.Kind.class)));
        for (Citing each : citing) {
            for (Id.Citation cited : each.cites()) {
                Map<Citing.Kind, TreeSet<String>> known = names.get(cited);
                if (known != null) {
                    known.computeIfAbsent(each.kind(), kind -> new TreeSet<>()).add(each.name());
                }
            }
        }
        for (Clause clause : policy.clauses()) {
            Map<Citing.Kind, List<String>> citedBy = new EnumMap<>(Citing.Kind.class);
            requireNonNull(names.get(clause.id())).forEach((kind, all) -> citedBy.put(kind, List.copyOf(all)));
            clauses.put(clause.id(), new TracedClause(clause, citedBy));
        }
    }

    /**
     * The trace of a policy by itself.
     *
     * @param policy the policy
     * @return what its rules, constraints and work categories cite
     */
    public static Trace of(Policy policy) {
        return of(policy, List.of());
    }

    /**
     * The trace of a policy with other parts of its bundle, such as invariants and fixtures.
     *
     * @param policy the policy
     * @param beside other parts that cite clauses
     * @return what all of them cite
     */
    public static Trace of(Policy policy, Collection<Citing> beside) {
        List<Citing> citing = new ArrayList<>();
        policy.rules()
                .forEach(each ->
                        citing.add(new Citing(Citing.Kind.RULE, each.id().value(), each.cites())));
        policy.constraints()
                .forEach(each ->
                        citing.add(new Citing(Citing.Kind.CONSTRAINT, each.id().value(), each.cites())));
        policy.vocabulary()
                .categories()
                .forEach(each ->
                        citing.add(new Citing(Citing.Kind.CATEGORY, each.id().value(), each.cites())));
        policy.rulings()
                .forEach(each ->
                        citing.add(new Citing(Citing.Kind.RULING, each.id().value(), each.cites())));
        citing.addAll(beside);
        return new Trace(policy, citing);
    }

    /**
     * Every clause with what cites it.
     *
     * @return the clauses in the order of the register
     */
    public List<TracedClause> clauses() {
        return List.copyOf(clauses.values());
    }

    /**
     * Finds a clause with what cites it.
     *
     * @param id the clause's id
     * @return the clause, or empty if the register does not have it
     */
    public Optional<TracedClause> find(Id.Citation id) {
        return Optional.ofNullable(clauses.get(id));
    }

    /**
     * The faults of the trace: normative clauses that nothing puts into practice and that give no reason, clauses that
     * give a reason although something does, and rules that cite nothing.
     *
     * @param positions the positions of the parts of the policy
     * @return warnings, sorted; none for a policy without a clause register
     */
    public List<Diagnostic> findings(SourceMap positions) {
        return clauses.isEmpty() ? List.of() : new TraceCheck(policy, positions).check(clauses.values());
    }
}
