package dev.remit.analyze.prove;

import dev.remit.analyze.region.QuestionSets;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Variable;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sets of questions, and the states of people in which some question of a set can be asked. A person's state is the role,
 * what the registers say about the project, and what they say about the person. The rest differs from one moment to the
 * next.
 */
final class StateSets {
    private final QuestionSets questions;
    private final Regions regions;

    StateSets(QuestionSets questions) {
        this.questions = questions;
        regions = questions.regions();
    }

    /** A set of questions, whatever the values of variables that are not kept. */
    int keeping(int set, Predicate<Variable> kept) {
        int states = set;
        for (Variable each : questions.space().variables()) {
            states = kept.test(each) ? states : regions.whatever(states, each);
        }
        return states;
    }

    /** The states in which some question of a set can be asked. */
    int of(int set) {
        return keeping(set, this::isOfState);
    }

    boolean isOfState(Variable variable) {
        return switch (variable.kind()) {
            case ROLE, ATTRIBUTE, PERMISSION, EVER -> true;
            case FACT -> questions.fact(variable).isRegistered();
            case ACTIVITY, LEVEL, CATEGORY, ROUTE, WISH -> false;
        };
    }

    /** Whether a variable stays the same from one project to another. */
    boolean isOfThePerson(Variable variable) {
        return variable.kind() == Variable.Kind.ROLE
                || (variable.kind() == Variable.Kind.FACT
                        && isOfState(variable)
                        && !questions.fact(variable).isAboutProject());
    }

    /** Whether a state is in a set of states; what is not known of it may be anything. */
    boolean contains(int states, Assignment state) {
        int left = states;
        boolean isOpen = false;
        for (Variable each : state.space().variables()) {
            isOpen |= state.isOpen(each);
        }
        if (!isOpen) {
            return regions.contains(states, state.values());
        }
        for (Variable each : regions.about(states)) {
            left = state.isOpen(each) ? left : regions.given(left, each, state.value(each));
        }
        return left != regions.none();
    }

    /** A question of a set that can be asked in a state. */
    Optional<Assignment> question(int set, Assignment state) {
        int left = set;
        for (Variable each : questions.space().variables()) {
            boolean isKnown = isOfState(each) && !state.isOpen(each);
            left = isKnown ? regions.and(left, questions.only(each, state.value(each))) : left;
        }
        return regions.any(left);
    }
}
