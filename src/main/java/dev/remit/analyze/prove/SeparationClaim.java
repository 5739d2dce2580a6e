package dev.remit.analyze.prove;

import dev.remit.analyze.region.QuestionSets;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Invariant.Claim;
import dev.remit.model.Scope;
import dev.remit.model.Variable;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The two things that nobody may do both, as sets of questions: what is granted of each, and in which state it can be.
 *
 * <p>A person's state is the role, what the registers say about the project, and what they tell of the person. The rest
 * differs from one moment to the next, so either of the two may find it as it needs it.
 */
final class SeparationClaim {
    private final QuestionSets questions;
    private final Regions regions;
    private final Claim.Apart claim;
    private final int one;
    private final int other;
    private final int statesOfOne;
    private final int statesOfOther;

    private SeparationClaim(Claim.Apart claim, QuestionSets questions) {
        this.questions = questions;
        this.claim = claim;
        regions = questions.regions();
        one = granted(claim.may());
        other = granted(claim.mayNot());
        statesOfOne = states(one, this::isOfState);
        statesOfOther = states(other, this::isOfState);
    }

    static SeparationClaim of(Claim.Apart claim, QuestionSets questions) {
        return new SeparationClaim(claim, questions);
    }

    private int granted(Scope scope) {
        int granted = regions.and(questions.of(scope), questions.granted(scope));
        return regions.minus(granted, questions.impossible());
    }

    private int states(int set, Predicate<Variable> kept) {
        int states = set;
        for (Variable each : questions.space().variables()) {
            states = kept.test(each) ? states : regions.whatever(states, each);
        }
        return states;
    }

    private boolean isOfState(Variable variable) {
        return switch (variable.kind()) {
            case ROLE, ATTRIBUTE, PERMISSION, EVER -> true;
            case FACT -> questions.fact(variable).isRegistered();
            case ACTIVITY, LEVEL, CATEGORY, ROUTE, WISH -> false;
        };
    }

    /** Whether something stays the same from one project to another. */
    private boolean isOfThePerson(Variable variable) {
        return variable.kind() == Variable.Kind.ROLE
                || (variable.kind() == Variable.Kind.FACT
                        && isOfState(variable)
                        && !questions.fact(variable).isAboutProject());
    }

    /** The questions of the first that are granted to somebody who may, in the same role, do the second. */
    int inOneRole() {
        int states = claim.anyProject() ? states(statesOfOther, this::isOfThePerson) : statesOfOther;
        return regions.and(one, states);
    }

    boolean oneIsReached(Assignment state) {
        return isReached(statesOfOne, state);
    }

    boolean otherIsReached(Assignment state) {
        return isReached(statesOfOther, state);
    }

    /** Whether a state is in a set; what is not known of it may be anything. */
    private boolean isReached(int set, Assignment state) {
        int left = set;
        boolean isOpen = false;
        for (Variable each : state.space().variables()) {
            isOpen |= state.isOpen(each);
        }
        if (!isOpen) {
            return regions.contains(set, state.values());
        }
        for (Variable each : regions.about(set)) {
            left = state.isOpen(each) ? left : regions.given(left, each, state.value(each));
        }
        return left != regions.none();
    }

    /** A question of the first that is granted in a state. */
    Optional<Assignment> one(Assignment state) {
        return in(one, state);
    }

    /** A question of the second that is granted in a state. */
    Optional<Assignment> other(Assignment state) {
        return in(other, state);
    }

    private Optional<Assignment> in(int set, Assignment state) {
        int left = set;
        for (Variable each : questions.space().variables()) {
            boolean isKnown = isOfState(each) && !state.isOpen(each);
            left = isKnown ? regions.and(left, questions.only(each, state.value(each))) : left;
        }
        return regions.any(left);
    }

    /** Whether a role reaches something of either in some state. */
    boolean concerns(Variable role, int value) {
        return regions.given(statesOfOne, role, value) != regions.none()
                || regions.given(statesOfOther, role, value) != regions.none();
    }
}
