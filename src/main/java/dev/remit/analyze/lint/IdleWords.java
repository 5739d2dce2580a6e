package dev.remit.analyze.lint;

import dev.remit.analyze.lint.Finding.Code;
import dev.remit.analyze.lint.RuleOverlap.Where;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.VocabularyEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The roles, activities and levels for which no permit was seen, and the duties that no grant was seen to carry. */
final class IdleWords {
    private final Policy policy;
    private final Space space;
    private final BitSet roles = new BitSet();
    private final BitSet activities = new BitSet();
    private final BitSet levels = new BitSet();
    private final Set<Id.Obligation> carried = new TreeSet<>();

    IdleWords(Policy policy, Space space) {
        this.policy = policy;
        this.space = space;
    }

    /** Notes that something is granted where rules overlap. */
    void granted(RuleOverlap overlap, Where where) {
        roles.or(where.values(space.role()));
        activities.or(where.values(space.activity()));
        levels.or(where.values(space.level()));
        carried.addAll(overlap.duties());
        overlap.modes().forEach(mode -> carried.addAll(mode.mode().duties()));
    }

    /** Notes the duties of a rule that is granted somewhere. */
    void carried(Set<Id.Obligation> duties) {
        carried.addAll(duties);
    }

    /** The words and duties that no overlap showed in use, given a possible question. */
    List<Finding> findings(Optional<Assignment> possible) {
        List<Finding> findings = new ArrayList<>();
        idle(space.role(), roles, Code.ROLE_WITHOUT_ACCESS, Section.ROLES, possible, findings);
        idle(space.activity(), activities, Code.ACTIVITY_WITHOUT_ACCESS, Section.ACTIVITIES, possible, findings);
        idle(space.level(), levels, Code.LEVEL_WITHOUT_ACCESS, Section.LEVELS, possible, findings);
        Set<Id.Obligation> attached = attached();
        for (VocabularyEntry<Id.Obligation> each : policy.vocabulary().obligations()) {
            if (attached.contains(each.id()) && !carried.contains(each.id())) {
                findings.add(new Finding(
                        Code.OBLIGATION_NEVER_REACHED,
                        PolicyPath.of(each.id()),
                        "nothing that is ever granted carries `" + each.id() + "`",
                        Optional.empty()));
            }
        }
        return findings;
    }

    /** Adds the words that are never permitted. Words that no rule names are left to the loader. */
    private void idle(
            Variable variable,
            BitSet seen,
            Code code,
            Section section,
            Optional<Assignment> possible,
            List<Finding> findings) {
        for (int value = seen.nextClearBit(0); value < variable.size(); value = seen.nextClearBit(value + 1)) {
            int here = value;
            String word = variable.values().get(value);
            boolean isNamed = policy.rules().stream()
                    .filter(rule -> rule.reach().set(variable.kind()).size() < variable.size())
                    .anyMatch(rule -> rule.reach().contains(variable, here));
            if (!isNamed) {
                continue;
            }
            findings.add(new Finding(
                    code,
                    section.path(word),
                    "nothing is ever permitted for " + variable.name() + " `" + word + "`",
                    possible.map(question -> question.with(variable, here))));
        }
    }

    /** The duties that some grant would carry; the loader reports the others. */
    private Set<Id.Obligation> attached() {
        Set<Id.Obligation> attached = new TreeSet<>();
        policy.rules().forEach(rule -> attached.addAll(rule.obligations()));
        policy.vocabulary().categories().forEach(category -> attached.addAll(category.obligations()));
        policy.vocabulary().routes().forEach(route -> {
            attached.addAll(route.obligations());
            route.modes().values().forEach(mode -> attached.addAll(mode.duties()));
        });
        return attached;
    }
}
