package dev.remit.analyze.prove;

import dev.remit.analyze.region.Questions;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Fact;
import dev.remit.model.Invariant.Claim;
import dev.remit.model.Scope;
import dev.remit.model.Variable;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The two things that nobody may do both, as sets of questions: what is granted of each, and in which standing it can be.
 *
 * <p>A person's standing is the role, what the registers tell of the project, and what they tell of the person. The rest
 * differs from one moment to the next, so either of the two may find it as it needs it.
 */
final class SeparationClaim {
    private final Questions questions;
    private final Regions regions;
    private final Claim.Apart claim;
    private final int one;
    private final int other;
    private final int standingsOfOne;
    private final int standingsOfOther;

    private SeparationClaim(Claim.Apart claim, Questions questions) {
        this.questions = questions;
        this.claim = claim;
        regions = questions.regions();
        one = granted(claim.may());
        other = granted(claim.mayNot());
        standingsOfOne = standings(one, this::isStanding);
        standingsOfOther = standings(other, this::isStanding);
    }

    static SeparationClaim of(Claim.Apart claim, Questions questions) {
        return new SeparationClaim(claim, questions);
    }

    private int granted(Scope scope) {
        int granted = regions.and(questions.of(scope), questions.granted(scope));
        return regions.minus(granted, questions.impossible());
    }

    private int standings(int set, Predicate<Variable> kept) {
        int standings = set;
        for (Variable each : questions.space().variables()) {
            standings = kept.test(each) ? standings : regions.whatever(standings, each);
        }
        return standings;
    }

    private boolean isStanding(Variable variable) {
        return switch (variable.kind()) {
            case ROLE, ATTRIBUTE, PERMISSION -> true;
            case FACT -> questions.fact(variable).knownFrom() == Fact.KnownFrom.REGISTER;
            case ACTIVITY, LEVEL, CATEGORY, ROUTE, WISH -> false;
        };
    }

    /** Whether something stays the same from one project to another. */
    private boolean isOfThePerson(Variable variable) {
        return variable.kind() == Variable.Kind.ROLE
                || (variable.kind() == Variable.Kind.FACT
                        && isStanding(variable)
                        && questions.fact(variable).about() == Fact.About.PERSON);
    }

    /** The questions of the first that are granted to somebody who may, in the same role, do the second. */
    int inOneRole() {
        int standings = claim.anyProject() ? standings(standingsOfOther, this::isOfThePerson) : standingsOfOther;
        return regions.and(one, standings);
    }

    boolean oneIsReached(Assignment standing) {
        return regions.contains(standingsOfOne, standing.values());
    }

    boolean otherIsReached(Assignment standing) {
        return regions.contains(standingsOfOther, standing.values());
    }

    /** A question of the first that is granted in a standing. */
    Optional<Assignment> one(Assignment standing) {
        return in(one, standing);
    }

    /** A question of the second that is granted in a standing. */
    Optional<Assignment> other(Assignment standing) {
        return in(other, standing);
    }

    private Optional<Assignment> in(int set, Assignment standing) {
        int left = set;
        for (Variable each : questions.space().variables()) {
            left = isStanding(each) ? regions.and(left, questions.only(each, standing.value(each))) : left;
        }
        return regions.any(left);
    }

    /** Whether a role reaches something of either in some standing. */
    boolean concerns(Variable role, int value) {
        return regions.given(standingsOfOne, role, value) != regions.none()
                || regions.given(standingsOfOther, role, value) != regions.none();
    }
}
