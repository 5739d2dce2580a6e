package dev.remit.analyze;

import dev.remit.decide.Decision;
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
    private final Variants variants;
    private final List<Mutants.Made> mutants;

    private Adequacy(Policy policy) {
        variants = new Variants(policy, Space.of(policy.vocabulary()), Diagram.DEFAULT_BUDGET);
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
        List<Leaf> usual = probes.stream()
                .map(probe ->
                        variants.original().find(probe.decision().situation().values()))
                .toList();
        int done = 0;
        for (Mutants.Made made : mutants) {
            Variants.Variant variant = made.compile().get();
            if (variant.says(variants.original())) {
                equivalent.add(made.mutant());
            } else {
                killer(variant, probes, usual)
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

    private Optional<String> killer(Variants.Variant variant, List<Probe> probes, List<Leaf> usual) {
        Optional<DecisionPoint> edited = Optional.empty();
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            int[] values = probe.decision().situation().values();
            if (variant.sameDuties() && variant.find(values) == usual.get(i)) {
                continue;
            }
            if (edited.isEmpty()) {
                edited = Optional.of(DecisionPoint.compiled(variant.policy(), variant.diagram()));
            }
            Decision decision = edited.get().decideAgain(probe.decision());
            if (!probe.passes().test(decision)) {
                return Optional.of(probe.name());
            }
        }
        return Optional.empty();
    }

    /**
     * A set of questions that, each expected to get the whole answer it gets now, notices every edit that can be noticed;
     * none of them can be left out. Few, though not always the fewest.
     */
    public List<Situation> suggest(List<Situation> already, Progress progress) {
        return new Suggestions(variants, mutants).suggest(already, progress);
    }
}
