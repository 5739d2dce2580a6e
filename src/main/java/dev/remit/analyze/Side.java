package dev.remit.analyze;

import dev.remit.diagram.Diagram;
import dev.remit.diagram.Leaf;
import dev.remit.diagram.Regions;
import dev.remit.diagram.Renames;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Treatment;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** One of two policies that are compared, told in the words of the newer one. */
final class Side {
    final Policy policy;
    final Diagram diagram;
    private final Renames renames;
    private final Map<String, String> obligations;

    Side(Policy policy, Renames renames, Map<String, String> obligations) {
        this.policy = policy;
        this.renames = renames;
        this.obligations = obligations;
        diagram = Diagram.compile(policy, Space.of(policy.vocabulary()), Diagram.DEFAULT_BUDGET);
    }

    /** The questions that break a constraint. */
    int impossible(Regions regions) {
        return regions.of(diagram, leaf -> leaf instanceof Leaf.Denied denied && denied.inconsistent(), false, renames);
    }

    /** For each thing this side says, seen under one aspect, the questions of which it says it. */
    <T> Map<T, Integer> where(Regions regions, Function<Said, T> aspect) {
        Map<T, Set<Leaf>> byAspect = new LinkedHashMap<>();
        for (Leaf leaf : diagram.leaves()) {
            byAspect.computeIfAbsent(aspect.apply(said(leaf)), each -> new HashSet<>())
                    .add(leaf);
        }
        T unaskable = aspect.apply(new Said(Set.of(), List.of()));
        byAspect.computeIfAbsent(unaskable, each -> new HashSet<>());
        Map<T, Integer> sets = new LinkedHashMap<>();
        byAspect.forEach((said, leaves) ->
                sets.put(said, regions.of(diagram, leaves::contains, said.equals(unaskable), renames)));
        return sets;
    }

    Said said(Leaf leaf) {
        List<String> reasons = new ArrayList<>();
        Set<Said.Way> ways = new LinkedHashSet<>();
        if (leaf instanceof Leaf.Granted granted) {
            for (Leaf.Grant grant : granted.grants()) {
                reasons.add("rules." + policy.rules().get(grant.rule()).id());
                ways.add(new Said.Way(population(grant), duties(grant)));
            }
        } else if (leaf instanceof Leaf.Denied denied) {
            denied.forbiddenBy()
                    .told()
                    .forEach(rule ->
                            reasons.add("rules." + policy.rules().get(rule).id()));
            denied.violates()
                    .told()
                    .forEach(place -> reasons.add(
                            "constraints." + policy.constraints().get(place).id()));
        }
        return new Said(ways, reasons.stream().distinct().toList());
    }

    private Map<Id.Register, Treatment> population(Leaf.Grant grant) {
        Map<Id.Register, Treatment> population = new TreeMap<>();
        List<OptOutRegister> registers = policy.vocabulary().registers();
        for (int i = 0; i < registers.size(); i++) {
            population.put(registers.get(i).id(), grant.population().get(i));
        }
        return population;
    }

    private Set<Id.Obligation> duties(Leaf.Grant grant) {
        Set<Id.Obligation> duties =
                new TreeSet<>(policy.rules().get(grant.rule()).obligations());
        Vocabulary vocabulary = policy.vocabulary();
        if (grant.category() >= 0) {
            duties.addAll(vocabulary.categories().get(grant.category()).obligations());
        }
        if (grant.route() >= 0) {
            duties.addAll(vocabulary.routes().get(grant.route()).obligations());
        }
        if (grant.population().contains(Treatment.DECLARATION_REQUIRED)) {
            duties.add(Vocabulary.DECLARE_OPT_OUT_HANDLING);
        }
        Set<Id.Obligation> told = new TreeSet<>();
        duties.forEach(duty -> told.add(new Id.Obligation(obligations.getOrDefault(duty.value(), duty.value()))));
        return told;
    }
}
