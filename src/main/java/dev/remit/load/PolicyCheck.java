package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.load.ConstraintReader.ReadConstraint;
import dev.remit.model.Id;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.node.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what the parts of a policy mean together, leaving out what earlier faults make doubtful. */
final class PolicyCheck {
    private final PolicyParts policy;
    private final Reading reading;
    private final Diagnostics diagnostics;
    private final Satisfiability anywhere;
    private final List<Rule> rules = new ArrayList<>();

    PolicyCheck(PolicyParts policy, World world, Reading reading) {
        this.policy = policy;
        this.reading = reading;
        this.diagnostics = reading.diagnostics();
        this.anywhere = Satisfiability.of(world);
    }

    /** Reports what is wrong; gives the policy's rules with the stances that have an effect. */
    List<Rule> check(Satisfiability existing) {
        new RouteCheck(reading, policy.source()).check();
        checkStances(Faults.soFar(diagnostics));
        ContradictionCheck alone = new ContradictionCheck(anywhere, diagnostics);
        policy.constraints().forEach(each -> {
            alone.check(each.given());
            alone.check(each.then());
        });
        ContradictionCheck constrained = new ContradictionCheck(existing, diagnostics);
        policy.named().forEach(constrained::check);
        policy.rules().forEach(rule -> constrained.check(rule.when()));
        return rules;
    }

    /** The states that the constraints let exist; if they leave none, that is reported, and they are put aside. */
    Satisfiability existing() {
        List<ReadConstraint> known = policy.constraints().stream()
                .filter(ReadConstraint::isKnown)
                .filter(each -> anywhere.isPossible(each.claim()))
                .toList();
        Satisfiability existing = anywhere.under(known);
        return existing.impossible()
                .map(last -> {
                    diagnostics.report(
                            Code.CONTRADICTORY_CONDITION,
                            last.name(),
                            "with this constraint, the constraints let no state of the world exist");
                    return anywhere;
                })
                .orElse(existing);
    }

    private void checkStances(Faults faults) {
        SymbolTable declared = reading.declared();
        boolean isDeclared =
                declared.routes.isComplete() && declared.levels.isComplete() && declared.registers.isComplete();
        Set<String> doubtful = new HashSet<>();
        for (String section : List.of("routes", "levels")) {
            for (Entry each : policy.source().entries(section)) {
                if (faults.touch(Reading.span(each))) {
                    doubtful.add(section + each.key().text());
                }
            }
        }
        StanceCheck check = new StanceCheck(policy.vocabulary(), List.copyOf(declared.registers.all()), diagnostics);
        for (ReadRule each : policy.rules()) {
            Rule rule = each.rule();
            boolean isClear = isDeclared
                    && each.ground().stream().noneMatch(faults::touch)
                    && (doubtful.isEmpty()
                            || (rule.reach().routes().stream().noneMatch(id -> doubtful.contains("routes" + id))
                                    && rule.reach().levels().stream()
                                            .noneMatch(id -> doubtful.contains("levels" + id))));
            rules.add(each.isPermit() && isClear ? rule.withStances(shared(check.effective(each))) : rule);
        }
    }

    private Map<Id.Register, Stance> shared(Map<Id.Register, Stance> stances) {
        return reading.shared().keep(Id.sorted(stances));
    }
}
