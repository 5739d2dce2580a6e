package dev.remit.analyze.mutation;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Outcome;
import dev.remit.decide.OutcomeTable;
import dev.remit.diagram.Leaf;
import dev.remit.diagram.Variants;
import dev.remit.model.Space;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Probes prepared for comparison with many edited policies: grouped by question, with the usual answers worked out. */
final class Probing {
    private final List<Probe> probes;
    /** For each probe, the questions of its decisions. */
    private final List<List<int[]>> values;

    private final List<List<Leaf>> usual = new ArrayList<>();
    /** The places of the probes that ask about a role, an activity and a level; a probe of several roles has several. */
    private final Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();

    private final Map<List<Integer>, int[]> example = new LinkedHashMap<>();
    /** The answers by leaf, valid where each rule has the duties it has in the policy. */
    private final Answers said;

    Probing(List<Probe> probes, Space space, Variants.Variant original) {
        this.probes = List.copyOf(probes);
        values = probes.stream()
                .map(probe -> probe.decisions().stream()
                        .map(each -> each.assignment().values())
                        .toList())
                .toList();
        said = new Answers(original);
        for (int i = 0; i < values.size(); i++) {
            usual.add(values.get(i).stream().map(original::find).toList());
            for (int[] asked : values.get(i)) {
                List<Integer> signature = List.of(
                        asked[space.role().index()],
                        asked[space.activity().index()],
                        asked[space.level().index()]);
                example.putIfAbsent(signature, asked);
                alike.computeIfAbsent(signature, none -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * The places of the probes that fail under a variant: at most the given number, ascending if all are wanted.
     *
     * @param wanted the probes that count
     */
    List<Integer> failing(Variants.Variant variant, Predicate<Probe> wanted, int most) {
        Set<Integer> failing = new TreeSet<>();
        Answers theirs = variant.sameDuties() ? said : new Answers(variant);
        Unknowns unknowns = new Unknowns(variant);
        for (Map.Entry<List<Integer>, List<Integer>> each : alike.entrySet()) {
            if (!variant.touches(requireNonNull(example.get(each.getKey()), "example"))) {
                continue;
            }
            for (int place : each.getValue()) {
                if (wanted.test(probes.get(place)) && isFailing(place, variant, theirs, unknowns)) {
                    failing.add(place);
                    if (failing.size() == most) {
                        return List.copyOf(failing);
                    }
                }
            }
        }
        return List.copyOf(failing);
    }

    private boolean isFailing(int place, Variants.Variant variant, Answers theirs, Unknowns unknowns) {
        List<int[]> asked = values.get(place);
        if (asked.size() > 1) {
            return isFailing(
                    probes.get(place), asked.stream().map(variant::find).toList(), theirs, unknowns);
        }
        Leaf leaf = variant.find(asked.get(0));
        boolean isOpen = leaf == Leaf.Open.OPEN;
        if (variant.sameDuties() && leaf == usual.get(place).get(0) && !isOpen) {
            return false;
        }
        return isOpen
                ? isFailing(probes.get(place), List.of(leaf), theirs, unknowns)
                : !theirs.isMet(probes.get(place).expected(), leaf);
    }

    /** Whether a probe fails that asks in several roles, or whose open answer depends on what no leaf says. */
    private static boolean isFailing(Probe probe, List<Leaf> leaves, Answers theirs, Unknowns unknowns) {
        List<Outcome> outcomes = leaves.stream().map(theirs::outcome).toList();
        return !probe.expected().isMetBy(outcomes, () -> unknowns.of(probe));
    }

    /** The answer at each leaf, and whether it is as expected. */
    private static final class Answers {
        private final OutcomeTable table;
        private final IdentityHashMap<Leaf, Outcome> outcomes = new IdentityHashMap<>();
        private final IdentityHashMap<Probe.Expected, IdentityHashMap<Leaf, Boolean>> met = new IdentityHashMap<>();

        Answers(Variants.Variant variant) {
            table = new OutcomeTable(variant.policy());
        }

        Outcome outcome(Leaf leaf) {
            return outcomes.computeIfAbsent(leaf, table::outcome);
        }

        boolean isMet(Probe.Expected expected, Leaf leaf) {
            return met.computeIfAbsent(expected, none -> new IdentityHashMap<>())
                    .computeIfAbsent(leaf, none -> expected.isMetBy(List.of(outcome(leaf)), List::of));
        }
    }

    /** The unknowns that open answers depend on under a variant. Finding them takes its whole diagram. */
    private static final class Unknowns {
        private final Variants.Variant variant;
        private Optional<DecisionPoint> decisions = Optional.empty();

        Unknowns(Variants.Variant variant) {
            this.variant = variant;
        }

        List<String> of(Probe probe) {
            DecisionPoint edited = decisions.orElseGet(() -> DecisionPoint.of(variant.compiled()));
            decisions = Optional.of(edited);
            return edited.decideAgain(probe.decisions().get(0)).missing();
        }
    }
}
