package dev.remit.analyze;

import dev.remit.decide.Assumption;
import dev.remit.diagram.Box;
import dev.remit.diagram.Regions;
import dev.remit.diagram.Renames;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Treatment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds every difference between two policies, exactly and completely: over all complete questions that can be asked of
 * either, what is gained, what is lost, and what is granted as before but with other duties, for other patients or for
 * other reasons.
 */
public final class PolicyDiff {
    private final Side before;
    private final Side after;
    private final VocabularyDiff words;
    private final Regions regions;
    private final Causes causes;
    private final int impossible;
    private final List<AccessChange> changes = new ArrayList<>();

    private PolicyDiff(Policy old, Policy now) {
        words = new VocabularyDiff(old.vocabulary(), now.vocabulary());
        before = new Side(old, words.renames(), words.obligations());
        after = new Side(now, Renames.NONE, Map.of());
        regions = new Regions(
                Space.union(words.renames().of(before.diagram.space()), after.diagram.space()), after.diagram);
        causes = new Causes(old, now);
        impossible = regions.and(before.impossible(regions), after.impossible(regions));
    }

    /** The difference between a policy and the one it is to become. */
    public static DiffReport between(Policy before, Policy after) {
        PolicyDiff diff = new PolicyDiff(before, after);
        diff.find();
        return new DiffReport(diff.words.changes(), diff.changes);
    }

    private void find() {
        int granted = granted(before);
        int grants = granted(after);
        int gained = regions.minus(grants, granted);
        int lost = regions.minus(granted, grants);
        told(AccessChange.Kind.GAINED, gained, Set.of(), Set.of(), Map.of());
        told(AccessChange.Kind.LOST, lost, Set.of(), Set.of(), Map.of());

        int both = regions.and(granted, grants);
        int changed = regions.none();
        Map<Difference, Integer> differences = new LinkedHashMap<>();
        for (Pair<Set<Said.Way>> pair : pairs(both, Said::ways)) {
            changed = regions.or(changed, pair.set);
            differences.merge(Difference.between(pair.old, pair.now), pair.set, regions::or);
        }
        differences.forEach((difference, set) ->
                told(AccessChange.Kind.CHANGED, set, difference.dropped, difference.added, difference.population));

        int rest = regions.minus(regions.all(), regions.or(changed, regions.or(gained, lost)));
        int reason = regions.none();
        for (Pair<List<String>> pair : pairs(rest, Said::reasons)) {
            reason = regions.or(reason, pair.set);
        }
        told(AccessChange.Kind.REASON, reason, Set.of(), Set.of(), Map.of());
    }

    private int granted(Side side) {
        return side.where(regions, said -> !said.ways().isEmpty()).getOrDefault(true, regions.none());
    }

    /** Questions for which something was so before and is otherwise now. */
    private record Pair<T>(T old, T now, int set) {}

    private <T> List<Pair<T>> pairs(int within, Function<Said, T> aspect) {
        Map<T, Integer> old = before.where(regions, aspect);
        Map<T, Integer> now = after.where(regions, aspect);
        List<Pair<T>> pairs = new ArrayList<>();
        old.forEach((was, set) -> {
            int left = regions.and(set, within);
            left = regions.minus(left, now.getOrDefault(was, regions.none()));
            if (left != regions.none()) {
                for (Map.Entry<T, Integer> entry : now.entrySet()) {
                    int common = regions.and(left, entry.getValue());
                    if (common != regions.none()) {
                        pairs.add(new Pair<>(was, entry.getKey(), common));
                    }
                }
            }
        });
        return pairs;
    }

    /** How two sets of ways differ. */
    private record Difference(
            Set<Id.Obligation> dropped, Set<Id.Obligation> added, Map<Id.Register, AccessChange.Treated> population) {

        static Difference between(Set<Said.Way> old, Set<Said.Way> now) {
            Set<Id.Obligation> dropped = new TreeSet<>(duties(old));
            dropped.removeAll(duties(now));
            Set<Id.Obligation> added = new TreeSet<>(duties(now));
            added.removeAll(duties(old));
            Map<Id.Register, AccessChange.Treated> population = new TreeMap<>();
            Map<Id.Register, Treatment> widest = widest(now);
            widest(old).forEach((register, was) -> {
                Treatment is = widest.getOrDefault(register, Treatment.NOT_APPLICABLE);
                if (was != is) {
                    population.put(register, new AccessChange.Treated(was, is));
                }
            });
            return new Difference(dropped, added, population);
        }

        private static Set<Id.Obligation> duties(Set<Said.Way> ways) {
            Set<Id.Obligation> duties = new TreeSet<>();
            ways.forEach(way -> duties.addAll(way.duties()));
            return duties;
        }

        /** The most inclusive treatment on offer, since whoever acts may choose among the ways. */
        private static Map<Id.Register, Treatment> widest(Set<Said.Way> ways) {
            Map<Id.Register, Treatment> widest = new TreeMap<>();
            for (Said.Way way : ways) {
                way.population()
                        .forEach((register, treatment) ->
                                widest.merge(register, treatment, (one, other) -> one.or(other) == one ? other : one));
            }
            return widest;
        }
    }

    private void told(
            AccessChange.Kind kind,
            int set,
            Set<Id.Obligation> dropped,
            Set<Id.Obligation> added,
            Map<Id.Register, AccessChange.Treated> population) {
        for (Box box : regions.boxes(set, impossible)) {
            int within = regions.minus(regions.and(regions.of(box), set), impossible);
            Region region = new Region(
                    box.bound().stream()
                            .map(variable -> new Assumption(variable, box.words(variable)))
                            .toList(),
                    regions.count(within),
                    regions.any(within).orElseThrow());
            changes.add(new AccessChange(kind, dropped, added, population, region, causes.of(region, before, after)));
        }
    }
}
