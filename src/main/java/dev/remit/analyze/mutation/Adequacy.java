package dev.remit.analyze.mutation;

import dev.remit.analyze.Progress;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.OutcomeTable;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Variants;
import dev.remit.model.Assignment;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Finds exactly which single edits of a policy a suite would notice. Every edit is compiled. Edits that change no
 * answer are proved equivalent on the diagram and set aside; each of the others must make some case fail.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Adequacy {
    /** The allowance of nodes: edited copies share most of theirs, but there are many copies. */
    private static final int BUDGET = 8 * CompiledPolicy.ALLOWED;

    private final Space space;
    private final Variants variants;
    private final Map<Mutant, Mutants.Made> mutants = new LinkedHashMap<>();
    private final Map<Mutant, Variants.Variant> compiled = new LinkedHashMap<>();

    private Adequacy(CompiledPolicy compiled) {
        space = compiled.space();
        variants = new Variants(compiled, BUDGET);
        Mutants.of(compiled.policy(), variants).forEach(made -> mutants.put(made.mutant(), made));
    }

    /**
     * Prepares to measure suites of the policy of a decision point.
     *
     * @throws TooLargeException if the policy is too large to be compared with its edits; measuring throws it too
     */
    public static Adequacy of(DecisionPoint decisions) {
        return named(() -> new Adequacy(decisions.compiled()));
    }

    private static <T> T named(Supplier<T> work) {
        try {
            return work.get();
        } catch (TooLargeException full) {
            throw full.about("what the edits of the policy change", List.of(), List.of());
        }
    }

    /** Every single edit of a policy, by subject and edit; nothing is compiled. */
    public static List<Mutant> edits(Policy policy) {
        return Mutants.named(policy);
    }

    /**
     * Measures which edits a suite notices.
     *
     * @param probes the expectations of the suite, all met by the policy as it is
     */
    public AdequacyReport measure(List<Probe> probes, Progress progress) {
        Map<Mutant, String> killed = new LinkedHashMap<>();
        List<AdequacyReport.Survivor> survived = new ArrayList<>();
        List<Mutant> equivalent = new ArrayList<>();
        Probing probing = new Probing(probes, space, variants.original());
        int done = 0;
        for (Mutant mutant : mutants.keySet()) {
            Variants.Variant variant = variant(mutant);
            if (variant.says(variants.original())) {
                equivalent.add(mutant);
            } else {
                probing.failing(variant, 1).stream()
                        .findFirst()
                        .ifPresentOrElse(
                                place -> killed.put(mutant, probes.get(place).name()),
                                () -> survived.add(survivor(mutant, variant)));
            }
            progress.at(++done, mutants.size());
        }
        return new AdequacyReport(killed, survived, equivalent);
    }

    private AdequacyReport.Survivor survivor(Mutant mutant, Variants.Variant variant) {
        Assignment question = variant.tellApart(variants.original()).orElseThrow();
        return new AdequacyReport.Survivor(
                mutant, question, new OutcomeTable(variant.policy()).outcome(variant.find(question.values())));
    }

    /**
     * For each of some edits, the places of all probes that fail under it, ascending.
     *
     * @throws IllegalArgumentException if one of them is no edit of the policy
     */
    public Map<Mutant, List<Integer>> noticing(Collection<Mutant> edits, List<Probe> probes, Progress progress) {
        Probing probing = new Probing(probes, space, variants.original());
        Map<Mutant, List<Integer>> noticing = new LinkedHashMap<>();
        for (Mutant edit : edits) {
            noticing.put(edit, probing.failing(variant(edit), probes.size()));
            progress.at(noticing.size(), edits.size());
        }
        return noticing;
    }

    private Variants.Variant variant(Mutant mutant) {
        return compiled.computeIfAbsent(
                mutant,
                absent -> named(Objects.requireNonNullElseGet(mutants.get(mutant), () -> {
                            throw new IllegalArgumentException("edit: not one of this policy: " + mutant);
                        })
                        .compile()));
    }
}
