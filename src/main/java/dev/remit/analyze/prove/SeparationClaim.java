package dev.remit.analyze.prove;

import dev.remit.analyze.region.QuestionSets;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Invariant.Claim;
import dev.remit.model.Scope;
import dev.remit.model.Variable;
import java.util.Optional;

/**
 * The two things that nobody may do both: what is granted of each. Either of the two may find what callers say as it needs
 * it.
 */
final class SeparationClaim implements RolePair {
    private final QuestionSets questions;
    private final Regions regions;
    private final StateSets states;
    private final Claim.Apart claim;
    private final int one;
    private final int other;
    private final int statesOfOne;
    private final int statesOfOther;

    private SeparationClaim(Claim.Apart claim, QuestionSets questions) {
        this.questions = questions;
        this.claim = claim;
        regions = questions.regions();
        states = new StateSets(questions);
        one = granted(claim.may());
        other = granted(claim.mayNot());
        statesOfOne = states.of(one);
        statesOfOther = states.of(other);
    }

    static SeparationClaim of(Claim.Apart claim, QuestionSets questions) {
        return new SeparationClaim(claim, questions);
    }

    private int granted(Scope scope) {
        int granted = regions.and(questions.of(scope), questions.granted(scope));
        return regions.minus(granted, questions.impossible());
    }

    /** The questions of the first that are granted to somebody who may, in the same role, do the second. */
    int inOneRole() {
        int reached = claim.anyProject() ? states.keeping(statesOfOther, states::isOfThePerson) : statesOfOther;
        return regions.and(one, reached);
    }

    @Override
    public boolean oneIsReached(Assignment state) {
        return states.contains(statesOfOne, state);
    }

    @Override
    public boolean otherIsReached(Assignment state) {
        return states.contains(statesOfOther, state);
    }

    @Override
    public Optional<Questions> together(Assignment inOne, Assignment inOther) {
        return states.question(one, inOne)
                .flatMap(first -> states.question(other, inOther).map(second -> new Questions(first, second)));
    }

    @Override
    public boolean concerns(Variable role, int value) {
        return regions.given(statesOfOne, role, value) != regions.none()
                || regions.given(statesOfOther, role, value) != regions.none();
    }
}
