package dev.remit.analyze.lint;

import dev.remit.analyze.Progress;
import dev.remit.analyze.lint.RuleOverlap.Where;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Every meeting of rules in a policy. Values of which the same rules speak in the same way are gone through once, and
 * where no rule speaks there is no meeting, so that rules are held against those alone which they can have to do with.
 */
final class RuleOverlaps {
    private final Policy policy;
    private final List<Aspect> aspects = new ArrayList<>();
    private final List<Mode> nowhere;

    /** One variable that rules are split by, with the rules that speak of each of its values. */
    private record Aspect(Variable variable, List<BitSet> speaking) {}

    /** What makes a difference about a value: the rules that speak of it, and what it says itself. */
    private record Kind(BitSet rules, boolean patientData, List<Mode> modes, Set<Id.Obligation> duties) {}

    RuleOverlaps(Policy policy, Space space) {
        this.policy = policy;
        aspect(space.role(), Rule::roles);
        aspect(space.activity(), Rule::activities);
        aspect(space.level(), Rule::levels);
        space.category().ifPresent(category -> aspect(category, Rule::categories));
        space.route().ifPresent(route -> aspect(route, Rule::routes));
        nowhere = policy.vocabulary().registers().stream()
                .map(each -> Mode.NOT_APPLICABLE)
                .toList();
    }

    private void aspect(Variable variable, Function<Rule, Collection<? extends Id>> set) {
        List<BitSet> speaking = new ArrayList<>();
        variable.values().forEach(value -> speaking.add(new BitSet()));
        for (int place = 0; place < policy.rules().size(); place++) {
            for (Id id : set.apply(policy.rules().get(place))) {
                speaking.get(variable.ordinal(id.value()).orElseThrow()).set(place);
            }
        }
        aspects.add(new Aspect(variable, speaking));
    }

    /** Goes through all meetings. One that takes place at several places may be told for each. */
    void each(Progress progress, BiConsumer<RuleOverlap, Where> visitor) {
        BitSet all = new BitSet();
        all.set(0, policy.rules().size());
        Kind start = new Kind(all, true, nowhere, Set.of());
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
        if (next == aspects.size()) {
            visitor.accept(
                    new RuleOverlap(at.rules, at.modes, at.duties),
                    new Where(aspects.stream().map(Aspect::variable).toList(), values));
            return;
        }
        split(next, at).forEach((kind, some) -> {
            List<BitSet> more = new ArrayList<>(values);
            more.add(some);
            descend(next + 1, kind, more, visitor);
        });
    }

    private Map<Kind, BitSet> split(int next, Kind at) {
        Aspect aspect = aspects.get(next);
        Map<Kind, BitSet> kinds = new LinkedHashMap<>();
        for (int value = 0; value < aspect.variable.size(); value++) {
            BitSet rules = (BitSet) at.rules.clone();
            rules.and(aspect.speaking.get(value));
            kinds.computeIfAbsent(kind(aspect.variable.kind(), value, rules, at), none -> new BitSet())
                    .set(value);
        }
        return kinds;
    }

    private Kind kind(Variable.Kind aspect, int value, BitSet rules, Kind at) {
        return switch (aspect) {
            case LEVEL ->
                new Kind(rules, policy.vocabulary().levels().get(value).patientData(), at.modes, at.duties);
            case CATEGORY ->
                new Kind(
                        rules,
                        at.patientData,
                        at.modes,
                        policy.vocabulary().categories().get(value).obligations());
            case ROUTE -> {
                Route route = policy.vocabulary().routes().get(value);
                Set<Id.Obligation> duties = new TreeSet<>(at.duties);
                duties.addAll(route.obligations());
                yield new Kind(rules, true, at.patientData ? modes(route) : nowhere, duties);
            }
            default -> new Kind(rules, at.patientData, at.modes, at.duties);
        };
    }

    private List<Mode> modes(Route route) {
        List<Mode> modes = new ArrayList<>();
        for (OptOutRegister register : policy.vocabulary().registers()) {
            modes.add(route.modes().getOrDefault(register.id(), Mode.NOT_APPLICABLE));
        }
        return modes;
    }
}
