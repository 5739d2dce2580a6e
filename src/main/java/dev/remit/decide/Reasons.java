package dev.remit.decide;

import dev.remit.model.Clause;
import dev.remit.model.Constraint;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Rule;
import dev.remit.model.Ruling;
import dev.remit.model.VocabularyEntry;
import dev.remit.source.SourceMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what stands behind one decision: rules, constraints, clauses, duties and what would change it. */
final class Reasons {
    private final Policy policy;
    private final Decision decision;
    private final List<NearMiss> nearest;

    Reasons(Policy policy, Decision decision) {
        this.policy = policy;
        this.decision = decision;
        this.nearest = decision.nearest();
    }

    /** The rules that grant or forbid or, where nothing does, came nearest. */
    private Set<Id.Rule> rules() {
        Set<Id.Rule> rules = new TreeSet<>();
        decision.grants().forEach(grant -> rules.add(grant.rule()));
        nearest.forEach(each -> rules.add(each.rule()));
        if (decision.basis() == Basis.FORBIDDEN) {
            rules.addAll(decision.forbiddenBy());
        }
        return rules;
    }

    private List<Rule> ruleValues() {
        List<Rule> found = new ArrayList<>();
        rules().forEach(id -> policy.rule(id).ifPresent(found::add));
        return found;
    }

    private List<Constraint> constraintValues() {
        return policy.constraints().stream()
                .filter(each -> decision.violates().contains(each.id()))
                .toList();
    }

    List<Id.Citation> citations() {
        Set<Id.Citation> cited = new LinkedHashSet<>();
        ruleValues().forEach(rule -> cited.addAll(rule.cites()));
        constraintValues().forEach(constraint -> cited.addAll(constraint.cites()));
        return List.copyOf(cited);
    }

    Explanation explain(SourceMap positions, Set<String> alsoChangeable) {
        Possibilities.Listed<PermitCondition> permitConditions = decision.permitConditions(Decision.MOST_TOLD);
        Possibilities.Listed<Counterfactual> changes = decision.listedChanges(alsoChangeable, Decision.MOST_TOLD);
        Possibilities.Listed<SufficientReason> grounds = decision.listedGrounds(Decision.MOST_TOLD);
        return new Explanation(
                decision,
                Wording.sentence(decision),
                ruleValues().stream().map(rule -> reason(rule, positions)).toList(),
                constraintValues().stream()
                        .map(each -> new Explanation.BrokenConstraint(each.id().value(), each.because()))
                        .toList(),
                citations().stream().map(this::cited).toList(),
                duties(),
                grounds.items(),
                grounds.more(),
                decision.missing(),
                permitConditions.items(),
                permitConditions.more(),
                nearest,
                changes.items(),
                changes.more());
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
        for (Clause clause : policy.clauses()) {
            if (clause.id().equals(citation)) {
                return new Explanation.Cited(citation.value(), clause.section(), clause.says(), tells(clause));
            }
        }
        for (Ruling ruling : policy.rulings()) {
            if (ruling.id().equals(citation)) {
                return new Explanation.Cited(citation.value(), "Ruling", ruling.title(), isAllThatIsSaid(citation));
            }
        }
        return new Explanation.Cited(citation.value(), "", "", true);
    }

    /** Whether a clause tells the person asking why: by its kind, what grants for a yes, what bars or conditions for a no. */
    private boolean tells(Clause clause) {
        Clause.Kind kind = clause.kind();
        return switch (decision.basis()) {
            case GRANTED, NOT_GRANTED -> kind.isNormative() && kind != Clause.Kind.FORBID;
            case FORBIDDEN -> kind == Clause.Kind.FORBID || isAllThatIsSaid(clause.id());
            case INCONSISTENT, MISSING_INFORMATION -> kind.isNormative();
        };
    }

    /** Whether a rule that forbids and says nothing about itself stands on a clause or ruling. */
    private boolean isAllThatIsSaid(Id.Citation citation) {
        return decision.basis() == Basis.FORBIDDEN
                && ruleValues().stream()
                        .anyMatch(rule -> rule.title().isBlank()
                                && rule.because().isBlank()
                                && rule.cites().contains(citation));
    }

    private List<Explanation.Duty> duties() {
        List<Explanation.Duty> duties = new ArrayList<>();
        for (Id.Obligation obligation : decision.obligations()) {
            String title = policy.vocabulary().obligations().stream()
                    .filter(each -> each.id().equals(obligation))
                    .map(VocabularyEntry::title)
                    .findFirst()
                    .orElse(obligation.value());
            duties.add(new Explanation.Duty(obligation.value(), title));
        }
        return duties;
    }
}
