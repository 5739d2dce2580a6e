package dev.remit.clauses;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.model.Clause;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Rule;
import dev.remit.source.SourceMap;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds clauses without rules, rules without clauses, and reasons that do not hold. */
final class TraceCheck {
    private static final String REGISTER = "clauses.yaml";
    private static final String POLICY = "policy.yaml";

    private final Policy policy;
    private final SourceMap positions;
    private final Diagnostics diagnostics = new Diagnostics();

    TraceCheck(Policy policy, SourceMap positions) {
        this.policy = policy;
        this.positions = positions;
    }

    List<Diagnostic> check(Collection<TracedClause> clauses) {
        for (TracedClause each : clauses) {
            if (each.clause().unansweredBecause().isPresent()) {
                if (each.isCarried()) {
                    reportNeedlessExcuse(each);
                }
            } else if (each.clause().isNormative() && !each.isCarried()) {
                reportUnanswered(each.clause());
            }
        }
        policy.rules().stream().filter(rule -> rule.cites().isEmpty()).forEach(this::reportUncited);
        return diagnostics.sorted();
    }

    private void reportUnanswered(Clause clause) {
        diagnostics.report(
                Code.UNANSWERED_CLAUSE,
                place(clause),
                "nothing answers clause " + Words.quoted(clause.id().value()) + ", of kind "
                        + Words.quoted(clause.kindWords()),
                "let a rule cite it, or say in `unanswered-because` why none does");
    }

    private void reportNeedlessExcuse(TracedClause clause) {
        List<String> carriers = new ArrayList<>();
        clause.citedBy().forEach((kind, names) -> {
            if (kind.carries()) {
                carriers.add(kind.one() + " " + Words.quoted(names.get(0)));
            }
        });
        diagnostics.report(
                Code.ANSWERED_CLAUSE,
                place(clause.clause()),
                "clause " + Words.quoted(clause.clause().id().value()) + " says why nothing answers it, but "
                        + carriers.get(0) + " cites it",
                "delete `unanswered-because`, or the citation");
    }

    private void reportUncited(Rule rule) {
        diagnostics.report(
                Code.UNCITED_RULE,
                positions.find(PolicyPath.of(rule.id())).orElseGet(() -> Span.startOf(POLICY)),
                "rule " + Words.quoted(rule.id().value()) + " cites no clause and no ruling",
                "say in `cites` which sentence of the sources it answers");
    }

    /** The span of a clause's id. */
    private Span place(Clause clause) {
        return positions
                .find(PolicyPath.ofClause(clause.id()))
                .map(whole -> new Span(
                        whole.file(),
                        whole.line(),
                        whole.column(),
                        whole.line(),
                        whole.column() + clause.id().value().length()))
                .orElseGet(() -> Span.startOf(REGISTER));
    }
}
