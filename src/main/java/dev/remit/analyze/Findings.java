package dev.remit.analyze;

import dev.remit.model.Policy;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what is odd about a policy: rules, conditions, stances and words that do nothing, and permits that are forbidden.
 * Every finding is proved over all possible complete questions; none of that kind is left out.
 *
 * <p>Rules are suspected of everything, and meetings of rules refute it: the places where the same rules speak are looked
 * at once, and no rule is held against one it never meets. So a policy of thousands of rules takes seconds, and the store
 * of sets is begun anew before it grows large.
 */
public final class Findings {
    /** How many nodes the sets may take together before they are made anew. */
    private static final int ENOUGH = 200_000;

    private final Policy policy;
    private final Space space;
    private final List<Suspect> suspects = new ArrayList<>();
    private final IdleFacts facts;
    private final IdleWords words;
    private final Map<Meeting, Boolean> seen = new HashMap<>();
    private RuleSets sets;

    private Findings(Policy policy) {
        this.policy = policy;
        space = Space.of(policy.vocabulary());
        sets = new RuleSets(policy, space);
        facts = new IdleFacts(policy);
        words = new IdleWords(policy, space);
        for (int place = 0; place < policy.rules().size(); place++) {
            suspects.add(new Suspect(policy, place));
        }
    }

    /** Everything odd about a policy, by what is odd. */
    public static List<Finding> of(Policy policy) {
        return of(policy, Progress.UNHEARD);
    }

    /** Everything odd about a policy, by what is odd; tells how far it has come. */
    public static List<Finding> of(Policy policy, Progress progress) {
        Findings findings = new Findings(policy);
        new Meetings(policy, findings.space).each(progress, findings::hear);
        return findings.found();
    }

    private void hear(Meeting meeting, Meeting.Where where) {
        Boolean granted = seen.get(meeting);
        if (granted == null) {
            if (sets.regions().size() > ENOUGH) {
                sets = new RuleSets(policy, space);
            }
            Encounter encounter = new Encounter(sets, meeting, where);
            meeting.rules().stream().forEach(place -> suspects.get(place).at(encounter));
            if (facts.listensTo(meeting)) {
                facts.at(meeting, encounter);
            }
            granted = encounter.grantsAnything();
            seen.put(meeting, granted);
        }
        if (granted) {
            words.granted(meeting, where);
        }
    }

    private List<Finding> found() {
        List<Finding> found = new ArrayList<>();
        for (int place = 0; place < suspects.size(); place++) {
            found.addAll(suspects.get(place).findings());
            if (suspects.get(place).isGranted()) {
                words.carried(policy.rules().get(place).obligations());
            }
        }
        found.addAll(facts.findings());
        Optional<Situation> possible = sets.regions().any(sets.possible());
        found.addAll(words.findings(possible));
        return found.stream().sorted().toList();
    }
}
