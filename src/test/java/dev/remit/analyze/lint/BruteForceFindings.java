package dev.remit.analyze.lint;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.CompleteQuestions;
import dev.remit.decide.Basis;
import dev.remit.decide.Grant;
import dev.remit.decide.Outcome;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Effect;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Stance;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is odd about a small policy, found by asking the reference interpreter every complete question under every edit. */
final class BruteForceFindings {
    private final Policy policy;
    private final Space space;
    private final List<Assignment> questions = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Set<String> found = new TreeSet<>();

    private BruteForceFindings(Policy policy, int most) {
        this.policy = policy;
        space = Space.of(policy.vocabulary());
        ReferenceInterpreter reference = new ReferenceInterpreter(policy);
        for (Assignment each : CompleteQuestions.of(space, most)) {
            Outcome outcome = reference.decide(each);
            if (outcome.basis() != Basis.INCONSISTENT) {
                questions.add(each);
                outcomes.add(outcome);
            }
        }
    }

    /** Every finding as its code and its subject. */
    static Set<String> of(Policy policy, int most) {
        BruteForceFindings brute = new BruteForceFindings(policy, most);
        policy.rules().forEach(brute::rule);
        policy.vocabulary().facts().forEach(brute::fact);
        brute.words();
        return brute.found;
    }

    private void add(Finding.Code code, String subject) {
        found.add(code + " " + subject);
    }

    /** An answer without the names of rules. */
    private record Essence(Basis basis, Set<Way> ways) {}

    private record Way(Map<Id.Register, Treatment> population, Set<Id.Obligation> duties) {}

    private static Essence essence(Outcome outcome) {
        Set<Way> ways = new HashSet<>();
        for (Grant grant : outcome.grants()) {
            Map<Id.Register, Treatment> population = new TreeMap<>();
            grant.population().forEach((register, entry) -> population.put(register, entry.treatment()));
            ways.add(new Way(population, grant.obligations()));
        }
        return new Essence(outcome.basis(), ways);
    }

    private ReferenceInterpreter with(List<Rule> rules) {
        return new ReferenceInterpreter(
                new Policy(policy.header(), policy.vocabulary(), rules, policy.constraints(), List.of(), List.of()));
    }

    private List<Rule> without(Rule rule) {
        return policy.rules().stream().filter(each -> !each.equals(rule)).toList();
    }

    private boolean isUnchanged(ReferenceInterpreter other) {
        for (int i = 0; i < questions.size(); i++) {
            if (!essence(outcomes.get(i)).equals(essence(other.decide(questions.get(i))))) {
                return false;
            }
        }
        return true;
    }

    private void rule(Rule rule) {
        String subject = "rules." + rule.id();
        ReferenceInterpreter alone = with(List.of(rule.withEffect(Effect.FORBID)));
        Set<Integer> matching = new TreeSet<>();
        for (int i = 0; i < questions.size(); i++) {
            if (alone.decide(questions.get(i)).basis() == Basis.FORBIDDEN) {
                matching.add(i);
            }
        }
        boolean isPermit = rule.effect() == Effect.PERMIT;
        if (matching.isEmpty()) {
            add(Finding.Code.RULE_NEVER_MATCHES, subject);
        } else if (isPermit && outcomes.stream().noneMatch(each -> grants(each, rule))) {
            add(Finding.Code.PERMIT_ALWAYS_FORBIDDEN, subject);
        } else if (isUnchanged(with(without(rule)))) {
            add(Finding.Code.RULE_IMPLIED, subject);
        } else {
            ReferenceInterpreter rest = with(without(rule));
            if (!isPermit
                    && matching.stream()
                            .noneMatch(i -> rest.decide(questions.get(i)).permitted())) {
                add(Finding.Code.RULE_NEVER_DECIDES, subject);
            }
            if (isPermit && matching.stream().anyMatch(i -> outcomes.get(i).basis() == Basis.FORBIDDEN)) {
                add(Finding.Code.PERMIT_PARTLY_FORBIDDEN, subject);
            }
            parts(rule, subject);
            rule.stances().forEach((register, stance) -> stance(rule, subject, register, stance));
        }
    }

    private static boolean grants(Outcome outcome, Rule rule) {
        return outcome.grants().stream().anyMatch(grant -> grant.rule().equals(rule.id()));
    }

    private void parts(Rule rule, String subject) {
        List<ConditionPart> told = new ArrayList<>();
        for (ConditionPart part : ConditionPart.of(rule.when())) {
            List<Rule> edited = new ArrayList<>(without(rule));
            edited.add(rule.withWhen(part.without()));
            if (told.stream().noneMatch(part::liesIn) && isUnchanged(with(edited))) {
                told.add(part);
                add(
                        Finding.Code.CONDITION_WITHOUT_EFFECT,
                        subject + ".when"
                                + part.path().stream().map(step -> "." + step).collect(Collectors.joining()));
            }
        }
    }

    private void stance(Rule rule, String subject, Id.Register register, Stance stance) {
        boolean patientData = policy.vocabulary().levels().stream()
                .anyMatch(each -> each.patientData() && rule.reach().levels().contains(each.id()));
        boolean applies = policy.vocabulary().routes().stream()
                .filter(each -> rule.reach().routes().contains(each.id()))
                .anyMatch(each -> each.modes().get(register) != Mode.NOT_APPLICABLE);
        if (stance == Stance.NEVER || !patientData || !applies) {
            return;
        }
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).value(space.wish(register)) == OptOutRequest.INCLUDE.ordinal()
                    && outcomes.get(i).grants().stream()
                            .anyMatch(grant -> grant.rule().equals(rule.id())
                                    && requireNonNull(grant.population().get(register))
                                                    .treatment()
                                            != Treatment.NOT_APPLICABLE)) {
                return;
            }
        }
        add(Finding.Code.STANCE_NEVER_GRANTS, subject + ".opt-outs." + register);
    }

    private void fact(Fact fact) {
        Variable variable = space.fact(fact.id());
        boolean isMentioned = policy.rules().stream().anyMatch(rule -> mentions(rule.when(), fact.id()));
        boolean isPair = false;
        Map<Assignment, Outcome> all = new HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            all.put(questions.get(i), outcomes.get(i));
        }
        for (Assignment question : questions) {
            for (int value = 1; value < variable.size(); value++) {
                for (int other = 0; other < value; other++) {
                    Outcome with = all.get(question.with(variable, value));
                    Outcome without = all.get(question.with(variable, other));
                    if (with != null && without != null) {
                        isPair = true;
                        if (!essence(with).equals(essence(without))) {
                            return;
                        }
                    }
                }
            }
        }
        if (isMentioned && isPair) {
            add(
                    Finding.Code.FACT_WITHOUT_EFFECT,
                    "vocabulary.facts." + Element.owner(fact.id().value()));
        }
    }

    private static boolean mentions(Condition condition, Id.Fact fact) {
        return condition.leaves().anyMatch(each -> each.about().equals(fact.value()));
    }

    private void words() {
        word(space.role(), rule -> rule.reach().roles(), Finding.Code.ROLE_WITHOUT_ACCESS, "vocabulary.roles.");
        word(
                space.activity(),
                rule -> rule.reach().activities(),
                Finding.Code.ACTIVITY_WITHOUT_ACCESS,
                "vocabulary.activities.");
        word(space.level(), rule -> rule.reach().levels(), Finding.Code.LEVEL_WITHOUT_ACCESS, "vocabulary.levels.");
        Set<Id.Obligation> attached = new TreeSet<>();
        policy.rules().forEach(each -> attached.addAll(each.obligations()));
        policy.vocabulary().categories().forEach(each -> attached.addAll(each.obligations()));
        policy.vocabulary().routes().forEach(each -> attached.addAll(each.obligations()));
        if (policy.vocabulary().routes().stream().anyMatch(each -> each.modes().containsValue(Mode.DECLARED))
                && policy.vocabulary().obligations().stream()
                        .anyMatch(each -> each.id().equals(Vocabulary.DECLARE_OPT_OUT_HANDLING))) {
            attached.add(Vocabulary.DECLARE_OPT_OUT_HANDLING);
        }
        outcomes.forEach(each -> attached.removeAll(each.obligations()));
        attached.forEach(each -> add(Finding.Code.OBLIGATION_NEVER_REACHED, "vocabulary.obligations." + each));
    }

    private void word(Variable variable, Function<Rule, Set<? extends Id>> set, Finding.Code code, String path) {
        String all = variable.values().stream().sorted().toList().toString();
        Set<Integer> permitted = new HashSet<>();
        Function<Assignment, Integer> value = question -> question.value(variable);
        for (int i = 0; i < questions.size(); i++) {
            if (outcomes.get(i).permitted()) {
                permitted.add(value.apply(questions.get(i)));
            }
        }
        for (int place = 0; place < variable.size(); place++) {
            String word = variable.values().get(place);
            boolean isNamed = policy.rules().stream()
                    .map(rule ->
                            set.apply(rule).stream().map(Id::value).sorted().toList())
                    .anyMatch(named -> named.contains(word) && !named.toString().equals(all));
            if (isNamed && !permitted.contains(place)) {
                add(code, path + word);
            }
        }
    }
}
