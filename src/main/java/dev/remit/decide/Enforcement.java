package dev.remit.decide;

import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the one grant under which decisions let a caller through: a permit, with category and route accounted for, of which
 * the caller takes care of every duty and every population entry. Whatever is found, listeners hear it before the caller.
 *
 * @param issuer what is kept of the decision point that made the decisions
 * @param question what was asked
 * @param person the person asked about, if one was
 * @param registers the registers that were asked, if not those of the bundle
 * @param decisions the decisions, the first of which that lets through counts
 * @param handled what the caller takes care of
 * @param isAtOnce whether listeners have yet to hear of the decisions, and do so together with what is found
 */
record Enforcement(
        Issuer issuer,
        Question question,
        Optional<String> person,
        Optional<String> registers,
        List<Decision> decisions,
        Handled handled,
        boolean isAtOnce) {

    /**
     * The first decision that lets through, with its grant.
     *
     * @throws NotLetThroughException if there is none
     * @throws InvalidHandledException if the policy does not know what is said to be handled
     */
    RoleGrant find() {
        check();
        List<Refusal> refusals = new ArrayList<>(1);
        for (Decision each : decisions) {
            boolean isValid = issuer.validity().holds(each);
            Optional<Grant> grant = isValid ? grant(each) : Optional.empty();
            if (grant.isPresent()) {
                RoleGrant through = new RoleGrant(each.role(), grant.get(), each);
                if (issuer.isHeard()) {
                    issuer.hearAll(with(new DecisionEvent.Enforced(Decision.heard(decisions), through, handled)));
                }
                return through;
            }
            refusals.add(isValid ? refusal(each) : Refusal.of(each, Refusal.Why.OUTDATED));
        }
        throw refused(refusals);
    }

    /**
     * The first decision that lets through, with its grant, of which nobody hears; empty if there is none.
     *
     * @throws InvalidHandledException if the policy does not know what is said to be handled
     */
    Optional<RoleGrant> preview() {
        handled.checked(issuer.lexicon());
        return decisions.stream()
                .filter(issuer.validity()::holds)
                .flatMap(each -> grant(each).map(grant -> new RoleGrant(each.role(), grant, each)).stream())
                .findFirst();
    }

    private NotLetThroughException refused(List<Refusal> refusals) {
        boolean isOne = question.subject() instanceof Question.Subject.InRole;
        NotLetThroughException no =
                isOne ? NotLetThroughException.of(refusals.get(0)) : NotLetThroughException.of(person, refusals);
        return issuer.isHeard()
                ? issuer.heard(
                        with(new DecisionEvent.Refused(
                                Decision.heard(decisions), question, person, policy(), refusals, handled)),
                        no)
                : no;
    }

    private void check() {
        try {
            handled.checked(issuer.lexicon());
        } catch (InvalidHandledException mistake) {
            throw issuer.isHeard()
                    ? issuer.heard(
                            with(new DecisionEvent.Mistaken(
                                    Optional.of(question), question.context(), policy(), mistake.faults())),
                            mistake)
                    : mistake;
        }
    }

    /** The policy that was asked, with the registers that were. */
    private PolicyIdentity policy() {
        return decisions.isEmpty()
                ? issuer.identity(registers)
                : decisions.get(0).policy();
    }

    /** What this call brought about, in order. */
    private List<DecisionEvent> with(DecisionEvent event) {
        List<DecisionEvent> events = new ArrayList<>();
        if (isAtOnce) {
            events.addAll(Decision.heard(decisions));
        }
        events.add(event);
        return List.copyOf(events);
    }

    /** The first grant of a decision that is handled completely; empty if there is none, or it lets nobody through. */
    private Optional<Grant> grant(Decision decision) {
        return decision.permitted() && unstatedChoices(decision).isEmpty()
                ? decision.grants().stream()
                        .filter(grant ->
                                duties(grant).isEmpty() && population(grant).isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /** Why a decision lets nobody through; only where there is no grant. */
    private Refusal refusal(Decision decision) {
        if (!decision.permitted()) {
            return Refusal.of(decision, Refusal.Why.NOT_PERMITTED);
        }
        if (!unstatedChoices(decision).isEmpty()) {
            return Refusal.of(decision, Refusal.Why.SAY_WHICH_WAY);
        }
        Grant nearest = decision.grants().stream()
                .min(Comparator.comparingInt(
                        grant -> duties(grant).size() + population(grant).size()))
                .orElseThrow();
        return new Refusal(decision, Refusal.Why.NOT_HANDLED, duties(nearest), population(nearest));
    }

    /** The choices that the policy has and the question of a permit neither makes nor says to be any. */
    static List<String> unstatedChoices(Decision decision) {
        List<String> unstated = new ArrayList<>(0);
        if (decision.grants().stream().anyMatch(grant -> grant.category().isPresent())
                && !decision.question().category().isAccountedFor()) {
            unstated.add("work category");
        }
        if (decision.grants().stream().anyMatch(grant -> grant.route().isPresent())
                && !decision.question().route().isAccountedFor()) {
            unstated.add("route");
        }
        return unstated;
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
