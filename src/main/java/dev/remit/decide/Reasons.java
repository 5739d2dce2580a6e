package dev.remit.decide;

import dev.remit.model.Clause;
import dev.remit.model.Constraint;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Rule;
import dev.remit.model.VocabularyEntry;
import dev.remit.source.SourceMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what stands behind one outcome: rules, constraints, clauses, duties and what would change it. What was gathered
 * once is kept. Safe to share: several threads may each gather the same.
 */
final class Reasons {
    private final Receipt receipt;
    private final Question question;
    private final Outcome outcome;
    private final Findings findings;
    private @Nullable DecisiveReason decisive;
    private @Nullable List<Id.Citation> citations;
    private @Nullable Explanation explanation;

    Reasons(Receipt receipt, Question question, Outcome outcome) {
        this.receipt = receipt;
        this.question = question;
        this.outcome = outcome;
        findings = new Findings(receipt, question, outcome);
    }

    /** What the engine finds beside the outcome. */
    Findings findings() {
        return findings;
    }

    /** What decides it. */
    DecisiveReason decisive() {
        DecisiveReason known = decisive;
        if (known == null) {
            known = new Decisive(receipt.engine(), receipt.assignment(), outcome, findings).find();
            decisive = known;
        }
        return known;
    }

    private Policy policy() {
        return receipt.engine().policy();
    }

    /** The rules that grant or forbid or, where nothing does, came nearest. */
    private Set<Id.Rule> rules() {
        Set<Id.Rule> rules = new TreeSet<>();
        outcome.grants().forEach(grant -> rules.add(grant.rule()));
        findings.nearest().forEach(each -> rules.add(each.rule()));
        if (outcome.basis() == Basis.FORBIDDEN) {
            rules.addAll(outcome.forbiddenBy());
        }
        return rules;
    }

    private List<Rule> ruleValues() {
        List<Rule> found = new ArrayList<>();
        Policy policy = policy();
        rules().forEach(id -> policy.rule(id).ifPresent(found::add));
        return found;
    }

    private List<Constraint> constraintValues() {
        return policy().constraints().stream()
                .filter(each -> outcome.violates().contains(each.id()))
                .toList();
    }

    /** The clauses and rulings behind it without repeats: the one that decides it, then the others in order. */
    List<Id.Citation> citations() {
        List<Id.Citation> known = citations;
        if (known == null) {
            Set<Id.Citation> cited = new LinkedHashSet<>();
            decisive().sentence().ifPresent(first -> cited.add(new Id.Citation(first.id())));
            ruleValues().forEach(rule -> cited.addAll(rule.cites()));
            constraintValues().forEach(constraint -> cited.addAll(constraint.cites()));
            known = List.copyOf(cited);
            citations = known;
        }
        return known;
    }

    /**
     * All of it.
     *
     * @param at the instant asked about
     * @param asked the policy that answered
     */
    Explanation explain(Instant at, PolicyIdentity asked) {
        Explanation known = explanation;
        if (known == null) {
            known = explain(at, asked, Set.of());
            explanation = known;
        }
        return known;
    }

    /**
     * All of it.
     *
     * @param alsoChangeable names of further variables that suggested changes may touch
     */
    Explanation explain(Instant at, PolicyIdentity asked, Set<String> alsoChangeable) {
        SourceMap positions = receipt.engine().positions();
        Possibilities.Listed<PermitCondition> permitConditions = findings.permitConditions();
        Possibilities.Listed<Counterfactual> changes = findings.changes(alsoChangeable);
        Possibilities.Listed<SufficientReason> grounds = findings.grounds();
        return new Explanation(
                question,
                outcome,
                at,
                asked,
                decisive(),
                ruleValues().stream().map(rule -> reason(rule, positions)).toList(),
                constraintValues().stream()
                        .map(each -> new Explanation.BrokenConstraint(each.id().value(), each.because()))
                        .toList(),
                citations().stream().map(this::cited).toList(),
                duties(),
                grounds.items(),
                grounds.more(),
                findings.missing(),
                permitConditions.items(),
                permitConditions.more(),
                findings.nearest(),
                changes.items(),
                changes.more(),
                findings.assumed(),
                receipt.engine().titles());
    }

    private static Explanation.Reason reason(Rule rule, SourceMap positions) {
        return new Explanation.Reason(
                rule.id().value(),
                rule.title(),
                rule.because(),
                rule.cites().stream().map(Id.Citation::value).toList(),
                positions.find(PolicyPath.of(rule.id())));
    }

    private Explanation.Cited cited(Id.Citation citation) {
        Citations all = receipt.engine().citations();
        return all.cited(citation, all.clause(citation).map(this::isReason).orElseGet(() -> isAllThatIsSaid(citation)));
    }

    /** Whether a clause says to the person asking why: by its kind, what grants for a yes, what bars or conditions for a no. */
    private boolean isReason(Clause clause) {
        return switch (outcome.basis()) {
            case GRANTED, NOT_GRANTED ->
                clause.kinds().stream().anyMatch(kind -> kind.isNormative() && kind != Clause.Kind.FORBID);
            case FORBIDDEN -> clause.is(Clause.Kind.FORBID) || isAllThatIsSaid(clause.id());
            case INCONSISTENT, MISSING_INFORMATION -> clause.isNormative();
        };
    }

    /** Whether a rule that forbids and says nothing about itself stands on a clause or ruling. */
    private boolean isAllThatIsSaid(Id.Citation citation) {
        return outcome.basis() == Basis.FORBIDDEN
                && ruleValues().stream()
                        .anyMatch(rule -> rule.title().isBlank()
                                && rule.because().isBlank()
                                && rule.cites().contains(citation));
    }

    private List<Explanation.Duty> duties() {
        List<Explanation.Duty> duties = new ArrayList<>();
        for (Id.Obligation obligation : outcome.obligations()) {
            String title = policy().vocabulary().obligations().stream()
                    .filter(each -> each.id().equals(obligation))
                    .map(VocabularyEntry::title)
                    .findFirst()
                    .orElse(obligation.value());
            duties.add(new Explanation.Duty(obligation.value(), title));
        }
        return duties;
    }
}
