package dev.remit.analyze.mutation;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Outcome;
import dev.remit.decide.OutcomeTable;
import dev.remit.diagram.Leaf;
import dev.remit.diagram.Variants;
import dev.remit.model.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Probes prepared for comparison with many edited policies: grouped by question, with the usual answers worked out. */
final class Probing {
    private final List<Probe> probes;
    private final List<int[]> values;
    private final List<Leaf> usual = new ArrayList<>();
    private final Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();
    /** The answers by leaf, valid where each rule has the duties it has in the policy. */
    private final Answers said;

    Probing(List<Probe> probes, Space space, Variants.Variant original) {
        this.probes = List.copyOf(probes);
        values = probes.stream()
                .map(probe -> probe.decision().assignment().values())
                .toList();
        said = new Answers(original);
        for (int i = 0; i < values.size(); i++) {
            int[] asked = values.get(i);
            usual.add(original.find(asked));
            List<Integer> signature = List.of(
                    asked[space.role().index()],
                    asked[space.activity().index()],
                    asked[space.level().index()]);
            alike.computeIfAbsent(signature, none -> new ArrayList<>()).add(i);
        }
    }

    /** The places of the probes that fail under a variant: at most the given number, ascending if all are wanted. */
    List<Integer> failing(Variants.Variant variant, int most) {
        List<Integer> failing = new ArrayList<>();
        Answers theirs = variant.sameDuties() ? said : new Answers(variant);
        Unknowns unknowns = new Unknowns(variant);
        for (List<Integer> places : alike.values()) {
            if (!variant.touches(values.get(places.get(0)))) {
                continue;
            }
            for (int place : places) {
                if (isFailing(place, variant, theirs, unknowns)) {
                    failing.add(place);
                    if (failing.size() == most) {
                        return failing;
                    }
                }
            }
        }
        Collections.sort(failing);
        return failing;
    }

    private boolean isFailing(int place, Variants.Variant variant, Answers theirs, Unknowns unknowns) {
        Leaf leaf = variant.find(values.get(place));
        boolean isOpen = leaf == Leaf.Open.OPEN;
        if (variant.sameDuties() && leaf == usual.get(place) && !isOpen) {
            return false;
        }
        Probe probe = probes.get(place);
        // The leaf does not say what an open answer depends on.
        return isOpen
                ? !probe.expected().isMetBy(theirs.outcome(leaf), () -> unknowns.of(probe))
                : !theirs.isMet(probe.expected(), leaf);
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
                    .computeIfAbsent(leaf, none -> expected.isMetBy(outcome(leaf), List::of));
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
            return edited.decideAgain(probe.decision()).missing();
        }
    }
}
