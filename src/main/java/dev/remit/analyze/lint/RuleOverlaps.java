package dev.remit.analyze.lint;

import dev.remit.analyze.Progress;
import dev.remit.analyze.lint.RuleOverlap.Where;
import dev.remit.diagram.RuleIndex;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Policy;
import dev.remit.model.Route;
import dev.remit.model.RouteMode;
import dev.remit.model.Space;
import dev.remit.model.Upstream;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Every overlap of rules in a policy. Values that the same rules reach, and that have the same modes and duties, are
 * visited once; places that no rule reaches are not visited.
 */
final class RuleOverlaps {
    private final Policy policy;
    private final RuleIndex index;
    private final Upstream upstream;
    /** The rules whose conditions name levels. */
    private final BitSet namingLevels = new BitSet();

    /** What distinguishes a value from others: the rules that reach it, and what its own declaration says. */
    private record Kind(
            BitSet rules,
            Optional<Id.Level> level,
            boolean patientData,
            List<RouteMode> modes,
            Set<Id.Obligation> duties) {}

    RuleOverlaps(Policy policy, Space space) {
        this.policy = policy;
        index = RuleIndex.of(policy.rules(), space);
        upstream = Upstream.of(policy.vocabulary(), policy.rules());
        for (int place = 0; place < policy.rules().size(); place++) {
            namingLevels.set(place, Condition.isAbout(policy.rules().get(place).when(), Condition.LevelIs.ABOUT));
        }
    }

    /** Visits all overlaps. One that occurs at several places may be visited once for each. */
    void each(Progress progress, BiConsumer<RuleOverlap, Where> visitor) {
        BitSet all = new BitSet();
        all.set(0, policy.rules().size());
        Kind start = new Kind(all, Optional.empty(), true, upstream.modes(Optional.empty(), false), Set.of());
        List<Map.Entry<Kind, BitSet>> roles = List.copyOf(split(0, start).entrySet());
        for (int done = 0; done < roles.size(); done++) {
            progress.at(done, roles.size());
            descend(1, roles.get(done).getKey(), List.of(roles.get(done).getValue()), visitor);
        }
        progress.at(roles.size(), roles.size());
    }

    private void descend(int next, Kind at, List<BitSet> values, BiConsumer<RuleOverlap, Where> visitor) {
        if (at.rules.isEmpty()) {
            return;
        }
        if (next == index.dimensions().size()) {
            visitor.accept(
                    new RuleOverlap(at.rules, at.level, at.modes, at.duties), new Where(index.dimensions(), values));
            return;
        }
        split(next, at).forEach((kind, some) -> {
            List<BitSet> more = new ArrayList<>(values);
            more.add(some);
            descend(next + 1, kind, more, visitor);
        });
    }

    private Map<Kind, BitSet> split(int next, Kind at) {
        Variable dimension = index.dimensions().get(next);
        Map<Kind, BitSet> kinds = new LinkedHashMap<>();
        for (int value = 0; value < dimension.size(); value++) {
            BitSet rules = index.reaching(next, value, at.rules);
            kinds.computeIfAbsent(kind(dimension.kind(), value, rules, at), none -> new BitSet())
                    .set(value);
        }
        return kinds;
    }

    private Kind kind(Variable.Kind dimension, int value, BitSet rules, Kind at) {
        return switch (dimension) {
            case LEVEL -> {
                Level level = policy.vocabulary().levels().get(value);
                Optional<Id.Level> named = rules.intersects(namingLevels) ? Optional.of(level.id()) : Optional.empty();
                yield new Kind(rules, named, level.patientData(), at.modes, at.duties);
            }
            case CATEGORY ->
                new Kind(
                        rules,
                        at.level,
                        at.patientData,
                        at.modes,
                        policy.vocabulary().categories().get(value).obligations());
            case ROUTE -> {
                Route route = policy.vocabulary().routes().get(value);
                Set<Id.Obligation> duties = new TreeSet<>(at.duties);
                duties.addAll(route.obligations());
                yield new Kind(rules, at.level, true, upstream.modes(Optional.of(route), at.patientData), duties);
            }
            case ROLE, ACTIVITY -> new Kind(rules, at.level, at.patientData, at.modes, at.duties);
            case ATTRIBUTE, PERMISSION, EVER, FACT, WISH ->
                throw new IllegalStateException("a fault of Remit itself: rules are not split by " + dimension);
        };
    }
}
