package dev.remit.analyze;

import dev.remit.diagram.Diagram;
import dev.remit.diagram.Regions;
import dev.remit.diagram.Variants;
import dev.remit.model.Condition;
import dev.remit.model.Effect;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Scope;
import dev.remit.model.Stance;
import dev.remit.model.Term;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what is odd about a policy: rules, conditions, stances and words that do nothing, and permits that are forbidden.
 * Every finding is proved over all possible questions. Not safe for use by several threads at once.
 */
public final class Findings {
    private final Policy policy;
    private final Questions questions;
    private final Regions regions;
    private final Variants variants;
    private final List<Finding> findings = new ArrayList<>();

    private Findings(Policy policy) {
        this.policy = policy;
        questions = new Questions(policy);
        regions = questions.regions();
        variants = new Variants(policy, questions.space(), Diagram.DEFAULT_BUDGET);
    }

    /** Everything odd about a policy, by what is odd. */
    public static List<Finding> of(Policy policy) {
        Findings findings = new Findings(policy);
        for (int place = 0; place < policy.rules().size(); place++) {
            findings.rule(place);
        }
        findings.words();
        return findings.findings.stream().sorted().toList();
    }

    private void add(Finding.Code code, String subject, String message, int witnesses) {
        findings.add(new Finding(code, subject, message, regions.any(witnesses)));
    }

    private int spokenOf(Rule rule) {
        int set = questions.of(new Scope(
                rule.roles(),
                rule.activities(),
                rule.levels(),
                rule.categories(),
                rule.routes(),
                rule.when(),
                Map.of(),
                Map.of(),
                Set.of()));
        return regions.minus(set, questions.impossible());
    }

    private void rule(int place) {
        Rule rule = policy.rules().get(place);
        String subject = "rules." + rule.id();
        int spokenOf = spokenOf(rule);
        if (spokenOf == regions.none()) {
            add(Finding.Code.RULE_NEVER_MATCHES, subject, "the rule can never match", regions.none());
            return;
        }
        if (rule.effect() == Effect.PERMIT && isBarred(place, subject, spokenOf)) {
            return;
        }
        if (variants.exchanging(place, Optional.empty()).says(variants.original())) {
            add(Finding.Code.RULE_IMPLIED, subject, "nothing would change without the rule", spokenOf);
            return;
        }
        conditions(place, rule, subject);
        rule.stances().forEach((register, stance) -> stance(place, rule, subject, register, stance));
    }

    /** Whether a permit never gets anywhere. */
    private boolean isBarred(int place, String subject, int spokenOf) {
        int barred = regions.none();
        for (Rule forbid : policy.rules()) {
            int common = forbid.effect() == Effect.FORBID ? regions.and(spokenOf, spokenOf(forbid)) : regions.none();
            if (common != regions.none()) {
                barred = regions.or(barred, common);
                if (common != spokenOf) {
                    add(
                            Finding.Code.PERMIT_PARTLY_FORBIDDEN,
                            subject,
                            "part of what the rule permits is forbidden by `" + forbid.id() + "`",
                            common);
                }
            }
        }
        if (barred == spokenOf) {
            add(Finding.Code.PERMIT_ALWAYS_FORBIDDEN, subject, "whatever the rule permits is forbidden", spokenOf);
            return true;
        }
        if (questions.granted(grant -> grant.rule() == place) == regions.none()) {
            add(
                    Finding.Code.PERMIT_NEVER_ADMISSIBLE,
                    subject,
                    "the rule matches, but is never admissible for what can be asked about opt-outs",
                    spokenOf);
            return true;
        }
        return false;
    }

    private void conditions(int place, Rule rule, String subject) {
        Conditions.edits(rule.when(), policy.vocabulary()).forEach((edit, condition) -> {
            boolean drops = edit.startsWith("drop ") && !condition.equals(Condition.ALWAYS);
            if (drops && unchanged(place, rule.withWhen(condition))) {
                add(
                        Finding.Code.CONDITION_WITHOUT_EFFECT,
                        subject,
                        "nothing would change without the condition `" + edit.substring("drop ".length()) + "`",
                        regions.none());
            }
        });
        if (!rule.when().equals(Condition.ALWAYS) && unchanged(place, rule.withWhen(Condition.ALWAYS))) {
            add(
                    Finding.Code.CONDITION_WITHOUT_EFFECT,
                    subject,
                    "nothing would change without any condition",
                    regions.none());
        }
    }

    private void stance(int place, Rule rule, String subject, Id.Register register, Stance stance) {
        Map<Id.Register, Stance> never = new TreeMap<>(rule.stances());
        never.put(register, Stance.NEVER);
        if (stance == Stance.IF_PROJECT_PERMITTED && unchanged(place, rule.withStances(never))) {
            add(
                    Finding.Code.STANCE_NEVER_GRANTS,
                    subject,
                    "no project the rule speaks of can hold the permission of `" + register + "`",
                    regions.none());
        }
    }

    private boolean unchanged(int place, Rule other) {
        return variants.exchanging(place, Optional.of(other)).says(variants.original());
    }

    private void words() {
        int granted = questions.granted(grant -> true);
        for (Fact fact : policy.vocabulary().facts()) {
            Variable variable = questions.space().fact(fact.id());
            if (regions.given(granted, variable, 0) == regions.given(granted, variable, 1) && isMentioned(fact.id())) {
                add(
                        Finding.Code.FACT_WITHOUT_EFFECT,
                        "vocabulary.facts." + fact.id(),
                        "whether anything is permitted hangs nowhere on `" + fact.id() + "`",
                        regions.none());
            }
        }
        idle(granted, questions.space().role(), Finding.Code.ROLE_WITHOUT_ACCESS, "vocabulary.roles.");
        idle(granted, questions.space().activity(), Finding.Code.ACTIVITY_WITHOUT_ACCESS, "vocabulary.activities.");
        idle(granted, questions.space().level(), Finding.Code.LEVEL_WITHOUT_ACCESS, "vocabulary.levels.");
        for (Term<Id.Obligation> obligation : policy.vocabulary().obligations()) {
            boolean attached =
                    policy.rules().stream().anyMatch(rule -> rule.obligations().contains(obligation.id()));
            if (attached
                    && questions.granted(grant -> questions.duties(grant).contains(obligation.id()))
                            == regions.none()) {
                add(
                        Finding.Code.OBLIGATION_NEVER_REACHED,
                        "vocabulary.obligations." + obligation.id(),
                        "no permit that can be given carries `" + obligation.id() + "`",
                        regions.none());
            }
        }
    }

    private void idle(int granted, Variable variable, Finding.Code code, String path) {
        for (int value = 0; value < variable.size(); value++) {
            if (regions.given(granted, variable, value) == regions.none()) {
                String word = variable.values().get(value);
                add(
                        code,
                        path + word,
                        "nothing is ever permitted for " + variable.name() + " `" + word + "`",
                        regions.none());
            }
        }
    }

    /** A fact that no rule mentions is for the loader to report. */
    private boolean isMentioned(Id.Fact fact) {
        Set<Id.Fact> mentioned = new TreeSet<>();
        policy.rules().forEach(rule -> mention(rule.when(), mentioned));
        return mentioned.contains(fact);
    }

    private static void mention(Condition condition, Set<Id.Fact> mentioned) {
        if (condition instanceof Condition.FactHolds fact) {
            mentioned.add(fact.fact());
        } else if (condition instanceof Condition.Not not) {
            mention(not.condition(), mentioned);
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> mention(part, mentioned));
        } else if (condition instanceof Condition.AnyOf any) {
            any.parts().forEach(part -> mention(part, mentioned));
        }
    }
}
