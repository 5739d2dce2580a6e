package dev.remit.analyze.lint;

import dev.remit.analyze.lint.Finding.Code;
import dev.remit.analyze.region.Conditions;
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
 * One rule, suspected of everything that can be odd about a rule until a meeting shows otherwise. What no meeting has
 * refuted after all of them is proved.
 */
final class RuleFindings {
    /** More names than these are not told one by one. */
    private static final int NAMED = 3;

    private final Policy policy;
    private final int place;
    private final Rule rule;
    private final BitSet held = new BitSet();
    private final TreeSet<Id.Rule> forbiddenBy = new TreeSet<>();
    private final Map<ConditionPart, Optional<Assignment>> parts = new LinkedHashMap<>();
    private final Map<Id.Register, Optional<Assignment>> stances = new TreeMap<>();
    private Optional<Assignment> applies = Optional.empty();
    private Optional<Assignment> overlap = Optional.empty();
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

    /** Hears what happens at a meeting the rule takes part in. */
    void at(OverlapInProgress meeting) {
        Regions regions = meeting.sets().regions();
        int here = meeting.sets().applies(place);
        if (here == regions.none()) {
            return;
        }
        if (applies.isEmpty()) {
            applies = Optional.of(meeting.question(here));
        }
        if (rule.isPermit()) {
            hearForbids(meeting, here);
            hearStances(meeting);
            if (granted.isEmpty() && meeting.grantedBy(place) != regions.none()) {
                granted = Optional.of(meeting.question(meeting.grantedBy(place)));
            }
        } else {
            decides = decides || meeting.withheldBy(place) != regions.none();
        }
        isNeeded = isNeeded || meeting.turnsOn(place, here) != regions.none();
        hearParts(meeting);
    }

    private void hearForbids(OverlapInProgress meeting, int here) {
        Regions regions = meeting.sets().regions();
        for (int forbid : meeting.forbids()) {
            if (!held.get(forbid)) {
                held.set(forbid);
                int both = regions.and(here, meeting.sets().applies(forbid));
                if (both != regions.none()) {
                    forbiddenBy.add(meeting.sets().rule(forbid).id());
                    overlap = overlap.isPresent() ? overlap : Optional.of(meeting.question(both));
                }
            }
        }
    }

    /** A stance that was not refuted is only told if the register applied somewhere. */
    private void hearStances(OverlapInProgress meeting) {
        Regions regions = meeting.sets().regions();
        for (int i = 0; i < meeting.modes().size() && !stances.isEmpty(); i++) {
            Id.Register register = policy.vocabulary().registers().get(i).id();
            if (meeting.modes().get(i).hasBearing() && stances.containsKey(register)) {
                int asked = meeting.sets().including(register);
                if (regions.and(meeting.grantedBy(place), asked) != regions.none()) {
                    stances.remove(register);
                } else {
                    int here = regions.and(meeting.sets().applies(place), asked);
                    stances.merge(
                            register, Optional.of(meeting.question(here)), (old, next) -> old.isPresent() ? old : next);
                }
            }
        }
    }

    private void hearParts(OverlapInProgress meeting) {
        Regions regions = meeting.sets().regions();
        for (ConditionPart part : List.copyOf(parts.keySet())) {
            int turned = meeting.sets().between(rule.when(), part.without());
            if (meeting.turnsOn(place, turned) != regions.none()) {
                parts.remove(part);
            } else if (turned != regions.none()) {
                parts.merge(part, Optional.of(meeting.question(turned)), (old, next) -> old.isPresent() ? old : next);
            }
        }
    }

    /** What is proved after all meetings. */
    List<Finding> findings() {
        PolicyPath subject = PolicyPath.of(rule.id());
        if (applies.isEmpty()) {
            return List.of(finding(Code.RULE_NEVER_MATCHES, subject, "this rule can never match", applies));
        }
        boolean isPermit = rule.isPermit();
        if (isPermit && granted.isEmpty()) {
            String message = "whatever this rule permits is forbidden by " + names();
            return List.of(finding(Code.PERMIT_ALWAYS_FORBIDDEN, subject, message, overlap));
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
            findings.add(finding(Code.PERMIT_PARTLY_FORBIDDEN, subject, message, overlap));
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
        List<ConditionPart> told = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        parts.forEach((part, question) -> {
            if (told.stream().noneMatch(part::liesIn)) {
                told.add(part);
                PolicyPath path = subject.condition();
                for (Integer step : part.path()) {
                    path = path.then(step.toString());
                }
                findings.add(finding(
                        Code.CONDITION_WITHOUT_EFFECT,
                        path,
                        "without the condition `" + Conditions.words(part.part())
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
