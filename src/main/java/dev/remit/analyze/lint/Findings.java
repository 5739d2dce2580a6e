package dev.remit.analyze.lint;

import dev.remit.analyze.Progress;
import dev.remit.diagram.Orders;
import dev.remit.model.Assignment;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
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
    private final List<RuleFindings> suspects = new ArrayList<>();
    private final IdleFacts facts;
    private final IdleWords words;
    private final Map<RuleOverlap, Boolean> seen = new HashMap<>();
    private final Orders orders;
    private RuleSets sets;

    private Findings(Policy policy) {
        this.policy = policy;
        space = Space.of(policy.vocabulary());
        orders = Orders.of(policy, space);
        sets = anew();
        facts = new IdleFacts(policy);
        words = new IdleWords(policy, space);
        for (int place = 0; place < policy.rules().size(); place++) {
            suspects.add(new RuleFindings(policy, place));
        }
    }

    /** Everything odd about a policy, by what is odd. */
    public static List<Finding> of(Policy policy) {
        return of(policy, Progress.UNHEARD);
    }

    /**
     * Everything odd about a policy, by what is odd; tells how far it has come.
     *
     * @throws TooLargeException if rules that meet say more together than there is room for
     */
    public static List<Finding> of(Policy policy, Progress progress) {
        Findings findings = new Findings(policy);
        new RuleOverlaps(policy, findings.space).each(progress, findings::hear);
        return findings.found();
    }

    private void hear(RuleOverlap meeting, RuleOverlap.Where where) {
        Boolean granted = seen.get(meeting);
        if (granted == null) {
            if (sets.regions().size() > ENOUGH) {
                sets = anew();
            }
            granted = fitting(meeting, where);
            seen.put(meeting, granted);
        }
        if (granted) {
            words.granted(meeting, where);
        }
    }

    private RuleSets anew() {
        return orders.fitting(regions -> new RuleSets(policy, regions));
    }

    /** Whether anything is granted at a meeting that suspicions hear of, in the first store in which that is found out. */
    private boolean fitting(RuleOverlap meeting, RuleOverlap.Where where) {
        try {
            return met(meeting, where);
        } catch (TooLargeException full) {
            try {
                return orders.fitting(regions -> {
                    sets = new RuleSets(policy, regions);
                    return met(meeting, where);
                });
            } catch (TooLargeException still) {
                List<PolicyPath> paths = meeting.rules().stream()
                        .mapToObj(
                                place -> PolicyPath.of(policy.rules().get(place).id()))
                        .toList();
                throw still.about("what the " + paths.size() + " rules say that meet here", paths, List.of());
            }
        }
    }

    /** To hear of the same meeting twice refutes nothing more than to hear of it once. */
    private boolean met(RuleOverlap meeting, RuleOverlap.Where where) {
        OverlapInProgress encounter = new OverlapInProgress(sets, meeting, where);
        meeting.rules().stream().forEach(place -> suspects.get(place).at(encounter));
        if (facts.listensTo(meeting)) {
            facts.at(meeting, encounter);
        }
        return encounter.grantsAnything();
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
        Optional<Assignment> possible = sets.regions().any(sets.possible());
        found.addAll(words.findings(possible));
        return found.stream().sorted().toList();
    }
}
