package dev.remit.analyze.diff;

import dev.remit.diagram.Comparison;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Diagram;
import dev.remit.diagram.Leaf;
import dev.remit.diagram.Renames;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Space;
import dev.remit.model.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One of two policies that are compared, in the words of the newer one. */
final class ComparedPolicy {
    private final Diagram diagram;
    private final Policy policy;
    private final Renames renames;
    private final Map<String, String> obligations;

    ComparedPolicy(CompiledPolicy compiled, Renames renames, Map<String, String> obligations) {
        policy = compiled.policy();
        diagram = compiled.diagram();
        this.renames = renames;
        this.obligations = obligations;
    }

    /** The policy. */
    Policy policy() {
        return policy;
    }

    /** The new names of its words. */
    Renames renames() {
        return renames;
    }

    /** The questions this side can be asked, under the names of the newer one. */
    Space space() {
        return renames.of(diagram.space());
    }

    /** All that this side says. */
    int view(Comparison<LeafSummary> comparison) {
        return comparison.view(diagram, renames, this::said, LeafSummary.NOTHING);
    }

    private LeafSummary said(Leaf leaf) {
        List<LeafSummary.Grant> grants = new ArrayList<>();
        List<PolicyPath> bars = new ArrayList<>();
        boolean impossible = leaf == Leaf.NoState.NO_STATE;
        if (leaf instanceof Leaf.Granted granted) {
            for (Leaf.Grant grant : granted.grants()) {
                grants.add(new LeafSummary.Grant(
                        PolicyPath.of(policy.rules().get(grant.rule()).id()),
                        new GrantTerms(population(grant), duties(grant))));
            }
        } else if (leaf instanceof Leaf.Denied denied) {
            impossible = denied.inconsistent();
            denied.forbiddenBy()
                    .places()
                    .forEach(rule ->
                            bars.add(PolicyPath.of(policy.rules().get(rule).id())));
            denied.violates()
                    .places()
                    .forEach(place -> bars.add(
                            PolicyPath.of(policy.constraints().get(place).id())));
        }
        return new LeafSummary(grants, bars, impossible, false);
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
        Set<Id.Obligation> renamed = new TreeSet<>();
        grant.duties(policy)
                .forEach(duty -> renamed.add(new Id.Obligation(obligations.getOrDefault(duty.value(), duty.value()))));
        return renamed;
    }
}
