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
 * Finds what is odd about a policy: rules, conditions, stances and words without effect, and permits that are
 * forbidden. Every finding is proved over all possible complete questions, and every oddity of these kinds is found.
 *
 * <p>Each rule starts out suspected of every oddity, and the overlaps of rules refute the suspicions. Places that the
 * same rules reach are visited once, and rules that never overlap are never compared, which is why a policy of
 * thousands of rules takes seconds. The store of sets is replaced before it grows large.
 */
public final class Findings {
    /** The number of nodes above which the store of sets is replaced. */
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

    /** All findings about a policy, ordered by subject. */
    public static List<Finding> of(Policy policy) {
        return of(policy, Progress.UNHEARD);
    }

    /**
     * All findings about a policy, ordered by subject, with progress reports.
     *
     * @throws TooLargeException if the rules of one overlap need more sets than there is room for
     */
    public static List<Finding> of(Policy policy, Progress progress) {
        Findings findings = new Findings(policy);
        new RuleOverlaps(policy, findings.space).each(progress, findings::visit);
        return findings.found();
    }

    private void visit(RuleOverlap overlap, RuleOverlap.Where where) {
        Boolean granted = seen.get(overlap);
        if (granted == null) {
            if (sets.regions().nodes() > ENOUGH) {
                sets = anew();
            }
            granted = fitting(overlap, where);
            seen.put(overlap, granted);
        }
        if (granted) {
            words.granted(overlap, where);
        }
    }

    private RuleSets anew() {
        return orders.fitting(regions -> new RuleSets(policy, regions));
    }

    /**
     * Shows an overlap to all suspicions, in the first store that has room for it; whether anything is granted there.
     */
    private boolean fitting(RuleOverlap overlap, RuleOverlap.Where where) {
        try {
            return shown(overlap, where);
        } catch (TooLargeException full) {
            try {
                return orders.fitting(regions -> {
                    sets = new RuleSets(policy, regions);
                    return shown(overlap, where);
                });
            } catch (TooLargeException still) {
                List<PolicyPath> paths = overlap.rules().stream()
                        .mapToObj(
                                place -> PolicyPath.of(policy.rules().get(place).id()))
                        .toList();
                throw still.about("what the " + paths.size() + " rules say that meet here", paths, List.of());
            }
        }
    }

    /** Shows an overlap to all suspicions. A second visit to the same overlap would refute nothing more. */
    private boolean shown(RuleOverlap overlap, RuleOverlap.Where where) {
        OverlapInProgress examined = new OverlapInProgress(sets, overlap, where);
        overlap.rules().stream().forEach(place -> suspects.get(place).visit(examined));
        if (facts.isAffectedBy(overlap)) {
            facts.visit(overlap, examined);
        }
        return examined.grantsAnything();
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
