package dev.remit.analyze;

import dev.remit.diagram.Variants;
import dev.remit.model.Situation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Picks few questions that together tell a policy from each of its edited copies. */
final class Suggestions {
    private final Variants variants;
    private final List<Mutants.Made> mutants;

    Suggestions(Variants variants, List<Mutants.Made> mutants) {
        this.variants = variants;
        this.mutants = mutants;
    }

    List<Situation> suggest(List<Situation> already, Progress progress) {
        List<Variants.Variant> distinct = new ArrayList<>();
        Set<Situation> candidates = new LinkedHashSet<>();
        int done = 0;
        for (Mutants.Made made : mutants) {
            Variants.Variant variant = made.compile().get();
            if (!variant.says(variants.original())
                    && already.stream().noneMatch(each -> variant.differs(variants.original(), each.values()))) {
                distinct.add(variant);
                variant.tellApart(variants.original()).ifPresent(candidates::add);
            }
            progress.at(++done, mutants.size());
        }
        Map<Situation, BitSet> told = new LinkedHashMap<>();
        for (Situation candidate : candidates) {
            told.put(candidate, told(candidate, distinct));
        }
        return irredundant(picked(told, distinct.size()), told);
    }

    private BitSet told(Situation candidate, List<Variants.Variant> distinct) {
        BitSet told = new BitSet();
        int[] values = candidate.values();
        for (int i = 0; i < distinct.size(); i++) {
            if (distinct.get(i).differs(variants.original(), values)) {
                told.set(i);
            }
        }
        return told;
    }

    /** Again and again the question that tells most of what is left. */
    private static List<Situation> picked(Map<Situation, BitSet> told, int all) {
        BitSet left = new BitSet();
        left.set(0, all);
        List<Situation> picked = new ArrayList<>();
        while (!left.isEmpty()) {
            Situation best = null;
            int most = 0;
            for (Map.Entry<Situation, BitSet> entry : told.entrySet()) {
                BitSet gained = (BitSet) entry.getValue().clone();
                gained.and(left);
                if (gained.cardinality() > most) {
                    most = gained.cardinality();
                    best = entry.getKey();
                }
            }
            if (best == null) {
                throw new IllegalStateException("an edit that differs has no question that tells it apart");
            }
            picked.add(best);
            left.andNot(told.getOrDefault(best, new BitSet()));
        }
        return picked;
    }

    /** Leaves out what the others tell too, the last picked first. */
    private static List<Situation> irredundant(List<Situation> picked, Map<Situation, BitSet> told) {
        List<Situation> kept = new ArrayList<>(picked);
        for (int i = kept.size() - 1; i >= 0; i--) {
            BitSet alone = (BitSet) told.getOrDefault(kept.get(i), new BitSet()).clone();
            for (Situation other : kept) {
                if (!other.equals(kept.get(i))) {
                    alone.andNot(told.getOrDefault(other, new BitSet()));
                }
            }
            if (alone.isEmpty()) {
                kept.remove(i);
            }
        }
        return List.copyOf(kept);
    }
}
