package dev.remit.analyze.lint;

import dev.remit.analyze.lint.Finding.Code;
import dev.remit.analyze.region.ConditionEdits;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One rule, suspected of every oddity that a rule can have until an overlap with other rules refutes it. What no
 * overlap refutes is proved.
 */
final class RuleFindings {
    /** More names than these are counted, not listed. */
    private static final int NAMED = 3;

    private final Policy policy;
    private final int place;
    private final Rule rule;
    private final BitSet held = new BitSet();
    private final TreeSet<Id.Rule> forbiddenBy = new TreeSet<>();
    private final Map<ConditionPart, Optional<Assignment>> parts = new LinkedHashMap<>();
    private final Map<Id.Register, Optional<Assignment>> stances = new TreeMap<>();
    private Optional<Assignment> applies = Optional.empty();
    private Optional<Assignment> forbiddenAt = Optional.empty();
    private Optional<Assignment> granted = Optional.empty();
    private boolean isNeeded;
    private boolean decides;

    RuleFindings(Policy policy, int place) {
        this.policy = policy;
        this.place = place;
        rule = policy.rules().get(place);
        ConditionPart.of(rule.when()).forEach(part -> parts.put(part, Optional.empty()));
        rule.stances().forEach((register, stance) -> {
            if (stance != Stance.NEVER) {
                stances.put(register, Optional.empty());
            }
        });
    }

    /** Whether a permit was seen to be granted. */
    boolean isGranted() {
        return granted.isPresent();
    }

    /** Drops the suspicions that an overlap with this rule refutes. */
    void visit(OverlapInProgress overlap) {
        Regions regions = overlap.sets().regions();
        int here = overlap.applies(place);
        if (here == regions.none()) {
            return;
        }
        if (applies.isEmpty()) {
            applies = Optional.of(overlap.question(here));
        }
        if (rule.isPermit()) {
            visitForbids(overlap, here);
            visitStances(overlap);
            if (granted.isEmpty() && overlap.grantedBy(place) != regions.none()) {
                granted = Optional.of(overlap.question(overlap.grantedBy(place)));
            }
        } else {
            decides = decides || overlap.withheldBy(place) != regions.none();
        }
        isNeeded = isNeeded || overlap.turnsOn(place, here) != regions.none();
        visitParts(overlap);
    }

    private void visitForbids(OverlapInProgress overlap, int here) {
        Regions regions = overlap.sets().regions();
        for (int forbid : overlap.forbids()) {
            if (!held.get(forbid)) {
                held.set(forbid);
                int both = regions.and(here, overlap.applies(forbid));
                if (both != regions.none()) {
                    forbiddenBy.add(overlap.sets().rule(forbid).id());
                    forbiddenAt = forbiddenAt.isPresent() ? forbiddenAt : Optional.of(overlap.question(both));
                }
            }
        }
    }

    /** A stance that was not refuted is reported only if the register applied somewhere. */
    private void visitStances(OverlapInProgress overlap) {
        Regions regions = overlap.sets().regions();
        for (int i = 0; i < overlap.modes().size() && !stances.isEmpty(); i++) {
            Id.Register register = policy.vocabulary().registers().get(i).id();
            if (overlap.modes().get(i).mode().hasBearing() && stances.containsKey(register)) {
                int asked = overlap.sets().including(register);
                if (regions.and(overlap.grantedBy(place), asked) != regions.none()) {
                    stances.remove(register);
                } else {
                    int here = regions.and(overlap.applies(place), asked);
                    stances.merge(
                            register, Optional.of(overlap.question(here)), (old, next) -> old.isPresent() ? old : next);
                }
            }
        }
    }

    private void visitParts(OverlapInProgress overlap) {
        Regions regions = overlap.sets().regions();
        for (ConditionPart part : List.copyOf(parts.keySet())) {
            int turned = overlap.between(rule.when(), part.without());
            if (overlap.turnsOn(place, turned) != regions.none()) {
                parts.remove(part);
            } else if (turned != regions.none()) {
                parts.merge(part, Optional.of(overlap.question(turned)), (old, next) -> old.isPresent() ? old : next);
            }
        }
    }

    /** The suspicions that no overlap refuted. */
    List<Finding> findings() {
        PolicyPath subject = PolicyPath.of(rule.id());
        if (applies.isEmpty()) {
            return List.of(finding(Code.RULE_NEVER_MATCHES, subject, "this rule can never match", applies));
        }
        boolean isPermit = rule.isPermit();
        if (isPermit && granted.isEmpty()) {
            String message = "whatever this rule permits is forbidden by " + names();
            return List.of(finding(Code.PERMIT_ALWAYS_FORBIDDEN, subject, message, forbiddenAt));
        }
        if (!isNeeded) {
            String message = "without this rule, every question would have the same answer, patients and duties";
            return List.of(finding(Code.RULE_IMPLIED, subject, message, isPermit ? granted : applies));
        }
        List<Finding> findings = new ArrayList<>();
        if (!isPermit && !decides) {
            String message = "nothing permits what this rule forbids and no other does, so it never decides";
            findings.add(finding(Code.RULE_NEVER_DECIDES, subject, message, applies));
        }
        if (!forbiddenBy.isEmpty()) {
            String message = "part of what this rule permits is forbidden by " + names();
            findings.add(finding(Code.PERMIT_PARTLY_FORBIDDEN, subject, message, forbiddenAt));
        }
        findings.addAll(conditions(subject));
        stances.forEach((register, question) -> question.ifPresent(shown -> findings.add(finding(
                Code.STANCE_NEVER_GRANTS,
                subject.then("opt-outs").then(register.value()),
                "this rule never grants anyone the inclusion of patients of `" + register + "`",
                question))));
        return findings;
    }

    /** The outermost parts that make no difference. */
    private List<Finding> conditions(PolicyPath subject) {
        List<ConditionPart> listed = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        parts.forEach((part, question) -> {
            if (listed.stream().noneMatch(part::liesIn)) {
                listed.add(part);
                PolicyPath path = subject.condition();
                for (Integer step : part.path()) {
                    path = path.then(step.toString());
                }
                findings.add(finding(
                        Code.CONDITION_WITHOUT_EFFECT,
                        path,
                        "without the condition `" + ConditionEdits.words(part.part())
                                + "`, every question would have the same answer, patients and duties",
                        question.isPresent() ? question : applies));
            }
        });
        return findings;
    }

    private String names() {
        List<String> all = forbiddenBy.stream().map(id -> "`" + id + "`").toList();
        int more = all.size() - NAMED;
        String named = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private Finding finding(Code code, PolicyPath subject, String message, Optional<Assignment> question) {
        return new Finding(code, subject, message, question);
    }
}
