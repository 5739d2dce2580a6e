package dev.remit.decide;

import dev.remit.model.Clause;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Policy;
import dev.remit.model.Ruling;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clauses and rulings of a policy by id, and which of several that a part of it cites says what it says. */
final class Citations {
    /** What stands in place of the section for a ruling. */
    static final String RULING = "Ruling";

    private final Map<Id.Citation, Clause> clauses = new HashMap<>();
    private final Map<Id.Citation, Ruling> rulings = new HashMap<>();

    Citations(Policy policy) {
        policy.clauses().forEach(each -> clauses.put(each.id(), each));
        policy.rulings().forEach(each -> rulings.put(each.id(), each));
    }

    Optional<Clause> clause(Id.Citation id) {
        return Optional.ofNullable(clauses.get(id));
    }

    Optional<Ruling> ruling(Id.Citation id) {
        return Optional.ofNullable(rulings.get(id));
    }

    /** What a ruling decides: its description, or its title if it has none. */
    static String text(Ruling ruling) {
        return ruling.description().isBlank() ? ruling.title() : ruling.description();
    }

    private boolean is(Id.Citation id, Clause.Kind kind) {
        return clause(id).filter(each -> each.is(kind)).isPresent();
    }

    /** The first that is a clause of some kind. */
    Optional<Id.Citation> first(List<Id.Citation> cites, Clause.Kind kind) {
        return cites.stream().filter(each -> is(each, kind)).findFirst();
    }

    private Optional<Id.Citation> firstRuling(List<Id.Citation> cites) {
        return cites.stream().filter(rulings::containsKey).findFirst();
    }

    /** The first that permits, forbids, requires or conditions something, rulings included. */
    private Optional<Id.Citation> firstNormative(List<Id.Citation> cites) {
        return cites.stream()
                .filter(each -> rulings.containsKey(each)
                        || clause(each).filter(Clause::isNormative).isPresent())
                .findFirst()
                .or(() -> cites.stream().findFirst());
    }

    /** The sentence that forbids, of those that a prohibition cites: a clause that does, a ruling, or the first. */
    private Optional<Id.Citation> prohibiting(List<Id.Citation> cites) {
        return first(cites, Clause.Kind.FORBID).or(() -> firstRuling(cites)).or(() -> firstNormative(cites));
    }

    /**
     * The sentence behind a rule that forbids. Where it stands on several that do, the first of those on which an invariant
     * that a yes would break stands too.
     */
    Optional<Id.Citation> prohibiting(List<Id.Citation> cites, List<Invariant> broken) {
        List<Id.Citation> forbidding =
                cites.stream().filter(each -> is(each, Clause.Kind.FORBID)).toList();
        for (Invariant each : broken) {
            Set<Id.Citation> cited = new HashSet<>(each.cites());
            Optional<Id.Citation> both =
                    forbidding.stream().filter(cited::contains).findFirst();
            if (forbidding.size() > 1 && both.isPresent()) {
                return both;
            }
        }
        return prohibiting(cites);
    }

    /** The sentence behind an invariant that a yes would break. */
    Optional<Id.Citation> refusing(Invariant broken) {
        return broken.claim() instanceof Invariant.Claim.Never
                ? prohibiting(broken.cites())
                : first(broken.cites(), Clause.Kind.FORBID).or(() -> firstNormative(broken.cites()));
    }

    /** The sentence behind a permit: the first that permits, else that conditions it, else the first. */
    Optional<Id.Citation> permitting(List<Id.Citation> cites) {
        return first(cites, Clause.Kind.PERMIT)
                .or(() -> first(cites, Clause.Kind.CONDITION))
                .or(() -> firstNormative(cites));
    }

    /** The sentence that conditions a permit, else that permits it. */
    Optional<Id.Citation> conditioning(List<Id.Citation> cites) {
        return first(cites, Clause.Kind.CONDITION).or(() -> permitting(cites));
    }

    /** A clause or ruling for an explanation. */
    Explanation.Cited cited(Id.Citation id, boolean isReason) {
        Optional<Explanation.Cited> clause =
                clause(id).map(each -> new Explanation.Cited(id.value(), each.section(), each.says(), isReason));
        return clause.or(() -> ruling(id).map(each -> new Explanation.Cited(id.value(), RULING, text(each), isReason)))
                .orElseGet(() -> new Explanation.Cited(id.value(), "", "", isReason));
    }
}
