package dev.remit.decide;

import dev.remit.diagram.Extent;
import dev.remit.diagram.Leaf;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.PatientList;
import dev.remit.model.Policy;
import dev.remit.model.Treatment;
import dev.remit.model.Vocabulary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the outcome that stands at each leaf of a policy's diagram. Not safe for use by several threads. */
@SuppressWarnings("exports") // only rooms of this module have diagrams
public final class OutcomeTable {
    /** By ids, not by the places leaves are ordered by: the order of declarations never matters. */
    private static final Comparator<Grant> BY_IDS = Comparator.comparing(Grant::rule)
            .thenComparing(grant -> grant.category().map(Id::value).orElse(""))
            .thenComparing(grant -> grant.route().map(Id::value).orElse(""));

    private final Policy policy;
    private final Map<Leaf.Grant, Grant> grants = new HashMap<>();
    private final Map<Set<Id.Obligation>, Set<Id.Obligation>> duties = new HashMap<>();
    private final Map<Treated, Map<Id.Register, PopulationEntry>> populations = new HashMap<>();

    /** Makes outcomes of leaves of a policy's diagram. */
    public OutcomeTable(Policy policy) {
        this.policy = policy;
    }

    /** What a policy says where a walk ends at a leaf. */
    public Outcome outcome(Leaf leaf) {
        if (leaf instanceof Leaf.Granted granted) {
            return Outcome.permitted(granted.grants().stream()
                    .map(each -> grants.computeIfAbsent(each, this::grant))
                    .sorted(BY_IDS)
                    .toList());
        }
        if (leaf instanceof Leaf.Denied denied) {
            if (denied.inconsistent()) {
                return Outcome.denied(Basis.INCONSISTENT, List.of(), constraints(denied.violates()));
            }
            return Outcome.denied(
                    denied.barred() ? Basis.FORBIDDEN : Basis.NOT_GRANTED, rules(denied.forbiddenBy()), List.of());
        }
        return Outcome.UNDETERMINED;
    }

    private List<Id.Rule> rules(Extent extent) {
        return extent.places().mapToObj(each -> policy.rules().get(each).id()).toList();
    }

    private List<Id.Constraint> constraints(Extent extent) {
        return extent.places()
                .mapToObj(each -> policy.constraints().get(each).id())
                .toList();
    }

    private Grant grant(Leaf.Grant grant) {
        Vocabulary vocabulary = policy.vocabulary();
        return new Grant(
                policy.rules().get(grant.rule()).id(),
                grant.always(),
                grant.category() < 0
                        ? Optional.empty()
                        : Optional.of(
                                vocabulary.categories().get(grant.category()).id()),
                grant.route() < 0
                        ? Optional.empty()
                        : Optional.of(vocabulary.routes().get(grant.route()).id()),
                populations.computeIfAbsent(new Treated(grant.route(), grant.population()), this::population),
                duties.computeIfAbsent(grant.duties(policy), Id::sorted));
    }

    /** How patients are treated over a route, by its place, or -1 if there are no routes. */
    private record Treated(int route, List<Treatment> treatments) {}

    private Map<Id.Register, PopulationEntry> population(Treated treated) {
        Map<Id.Register, PopulationEntry> population = new TreeMap<>();
        List<OptOutRegister> registers = policy.vocabulary().registers();
        for (int i = 0; i < treated.treatments.size(); i++) {
            OptOutRegister register = registers.get(i);
            PatientList patients = treated.route < 0
                    ? register.patients()
                    : policy.vocabulary().routes().get(treated.route).list(register);
            population.put(register.id(), PopulationEntry.of(register, patients, treated.treatments.get(i)));
        }
        return Id.sorted(population);
    }
}
