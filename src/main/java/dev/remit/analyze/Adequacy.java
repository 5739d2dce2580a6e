package dev.remit.analyze;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagram.Diagram;
import dev.remit.diagram.Leaf;
import dev.remit.diagram.Variants;
import dev.remit.model.Policy;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says exactly which single edits of a policy a suite would notice. Every edit is compiled; one that changes nothing that
 * can be asked is proved so on the diagram and set aside; each of the others must make some case fail.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Adequacy {
    private final Space space;
    private final Variants variants;
    private final List<Mutants.Made> mutants;

    private Adequacy(Policy policy) {
        space = Space.of(policy.vocabulary());
        variants = new Variants(policy, space, Diagram.DEFAULT_BUDGET);
        mutants = Mutants.of(policy, variants);
    }

    /** Prepares to measure suites of a policy. */
    public static Adequacy of(Policy policy) {
        return new Adequacy(policy);
    }

    /** Measures a suite. */
    public AdequacyReport measure(List<Probe> probes, Progress progress) {
        Map<Mutant, String> killed = new LinkedHashMap<>();
        List<AdequacyReport.Survivor> survived = new ArrayList<>();
        List<Mutant> equivalent = new ArrayList<>();
        Asked asked = new Asked(probes, space, variants.original());
        int done = 0;
        for (Mutants.Made made : mutants) {
            Variants.Variant variant = made.compile().get();
            if (variant.says(variants.original())) {
                equivalent.add(made.mutant());
            } else {
                killer(variant, asked)
                        .ifPresentOrElse(
                                probe -> killed.put(made.mutant(), probe),
                                () -> survived.add(new AdequacyReport.Survivor(
                                        made.mutant(), separating(variant).orElseThrow())));
            }
            progress.at(++done, mutants.size());
        }
        return new AdequacyReport(killed, survived, equivalent);
    }

    private Optional<Situation> separating(Variants.Variant variant) {
        return variant.tellApart(variants.original());
    }

    /** The first probe that fails under a variant, looking only where the variant could answer otherwise. */
    private Optional<String> killer(Variants.Variant variant, Asked asked) {
        Optional<DecisionPoint> edited = Optional.empty();
        for (List<Integer> alike : asked.bySignature.values()) {
            if (!variant.touches(asked.values(alike.get(0)))) {
                continue;
            }
            for (int i : alike) {
                if (variant.sameDuties() && variant.find(asked.values(i)) == asked.usual.get(i)) {
                    continue;
                }
                if (edited.isEmpty()) {
                    edited = Optional.of(DecisionPoint.compiled(variant.policy(), variant.diagram()));
                }
                Probe probe = asked.probes.get(i);
                if (!probe.passes().test(edited.get().decideAgain(probe.decision()))) {
                    return Optional.of(probe.name());
                }
            }
        }
        return Optional.empty();
    }

    /** The probes, what is usually said to each, and which share role, activity and level. */
    private static final class Asked {
        private final List<Probe> probes;
        private final List<int[]> values;
        private final List<Leaf> usual = new ArrayList<>();
        private final Map<List<Integer>, List<Integer>> bySignature = new LinkedHashMap<>();

        Asked(List<Probe> probes, Space space, Variants.Variant original) {
            this.probes = List.copyOf(probes);
            values = probes.stream()
                    .map(probe -> probe.decision().situation().values())
                    .toList();
            for (int i = 0; i < values.size(); i++) {
                int[] asked = values.get(i);
                usual.add(original.find(asked));
                bySignature
                        .computeIfAbsent(
                                List.of(
                                        asked[space.role().index()],
                                        asked[space.activity().index()],
                                        asked[space.level().index()]),
                                signature -> new ArrayList<>())
                        .add(i);
            }
        }

        int[] values(int probe) {
            return values.get(probe);
        }
    }

    /**
     * A set of questions that, each expected to get the whole answer it gets now, notices every edit that can be noticed;
     * none of them can be left out. Few, though not always the fewest.
     */
    public List<Situation> suggest(List<Situation> already, Progress progress) {
        return new Suggestions(variants, mutants).suggest(already, progress);
    }
}
