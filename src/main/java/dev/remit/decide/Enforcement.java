package dev.remit.decide;

import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the one grant under which a decision lets a caller through: a permit, with category and route accounted for, of
 * which the caller takes care of every duty and every population entry.
 */
final class Enforcement {
    private final Decision decision;
    private final Handled handled;

    Enforcement(Decision decision, Handled handled) {
        this.decision = decision;
        this.handled = handled;
    }

    /** The first grant that is handled completely; empty if there is none, or the decision lets nobody through. */
    Optional<Grant> grant() {
        return decision.permitted() && decision.unstatedChoices().isEmpty()
                ? decision.grants().stream()
                        .filter(grant ->
                                duties(grant).isEmpty() && population(grant).isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /** Why nobody is let through; only where there is no grant. */
    Refusal refusal() {
        if (!decision.permitted()) {
            return Refusal.of(decision, Refusal.Why.NOT_PERMITTED);
        }
        if (!decision.unstatedChoices().isEmpty()) {
            return Refusal.of(decision, Refusal.Why.SAY_WHICH_WAY);
        }
        Grant nearest = decision.grants().stream()
                .min(Comparator.comparingInt(
                        grant -> duties(grant).size() + population(grant).size()))
                .orElseThrow();
        return new Refusal(decision, Refusal.Why.NOT_HANDLED, duties(nearest), population(nearest));
    }

    private Set<Id.Obligation> duties(Grant grant) {
        Set<Id.Obligation> left = new TreeSet<>(grant.obligations());
        left.removeIf(duty -> handled.takesCareOf(duty.value()));
        return left;
    }

    private Map<Id.Register, Treatment> population(Grant grant) {
        Map<Id.Register, Treatment> left = new HashMap<>();
        grant.population().forEach((register, entry) -> {
            if (!handled.actsOn(register.value(), entry.treatment())) {
                left.put(register, entry.treatment());
            }
        });
        return left;
    }
}
