package dev.remit.http.config;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Handled;
import dev.remit.decide.InvalidHandledException;
import dev.remit.decide.QuestionFault;
import dev.remit.model.Treatment;
import dev.remit.model.Vocabulary;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a caller takes care of, by its profile.
 *
 * @param isAll whether it takes care of every duty and acts on every outcome
 * @param duties the duties it carries out
 * @param population for each opt-out register the outcomes it acts on
 */
public record TakenCare(boolean isAll, List<String> duties, Map<String, List<String>> population) {
    /** Everything is taken care of. */
    public static final TakenCare ALL = new TakenCare(true, List.of(), Map.of());

    public TakenCare {
        duties = List.copyOf(duties);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        population.forEach((register, outcomes) -> copy.put(register, List.copyOf(outcomes)));
        population = Collections.unmodifiableMap(copy);
    }

    /**
     * The same in the words of a policy.
     *
     * @throws InvalidHandledException if the policy does not know them
     */
    public Handled in(DecisionPoint decisions) {
        if (!isAll) {
            return decisions.handling(duties, population);
        }
        Vocabulary vocabulary = decisions.policy().vocabulary();
        Map<String, Set<Treatment>> treatments = new TreeMap<>();
        vocabulary.registers().forEach(each -> treatments.put(each.id().value(), EnumSet.allOf(Treatment.class)));
        Set<String> all = new TreeSet<>();
        vocabulary.obligations().forEach(each -> all.add(each.id().value()));
        return decisions.handling(new Handled(all, treatments));
    }

    /** What a policy does not know of it. */
    List<QuestionFault> faultsIn(DecisionPoint decisions) {
        return isAll ? List.of() : faults(duties, population, decisions);
    }

    /**
     * The same, without what a policy does not know: after a change of the policy a caller takes care of less, never of more.
     */
    public Handled knownIn(DecisionPoint decisions) {
        if (isAll) {
            return in(decisions);
        }
        List<String> known = duties.stream()
                .filter(duty -> faults(List.of(duty), Map.of(), decisions).isEmpty())
                .toList();
        Map<String, List<String>> ways = new LinkedHashMap<>();
        population.forEach((register, words) -> {
            List<String> left = words.stream()
                    .filter(word -> Treatment.of(word).isPresent())
                    .toList();
            if (faults(List.of(), Map.of(register, left), decisions).isEmpty()) {
                ways.put(register, left);
            }
        });
        return decisions.handling(known, ways);
    }

    private static List<QuestionFault> faults(
            List<String> duties, Map<String, List<String>> population, DecisionPoint decisions) {
        try {
            decisions.handling(duties, population);
            return List.of();
        } catch (InvalidHandledException unknown) {
            return unknown.faults();
        }
    }

    /** What two both take care of. */
    public static Handled both(Handled one, Handled other) {
        Set<String> duties = new TreeSet<>(one.duties());
        duties.retainAll(other.duties());
        Map<String, Set<Treatment>> treatments = new TreeMap<>();
        one.treatments().forEach((register, ways) -> {
            Set<Treatment> common = new TreeSet<>(ways);
            common.retainAll(other.treatments().getOrDefault(register, Set.of()));
            treatments.put(register, common);
        });
        return new Handled(duties, treatments);
    }
}
