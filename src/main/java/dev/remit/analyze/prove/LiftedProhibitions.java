package dev.remit.analyze.prove;

import dev.remit.analyze.region.QuestionSets;
import dev.remit.diagram.Leaf;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one role permits and another forbids: a question that is granted in the first role and forbidden in the second, with
 * everything else the same. What constraints rule out is neither.
 */
final class LiftedProhibitions implements RolePair {
    private final QuestionSets questions;
    private final Regions regions;
    private final StateSets states;
    private final int granted;
    private final int forbidden;
    /** The questions, whatever their role, and their states; by the role that permits and the one that forbids. */
    private final Map<List<Integer>, Found> found = new HashMap<>();

    private record Found(int questions, int states) {}

    LiftedProhibitions(QuestionSets questions) {
        this.questions = questions;
        regions = questions.regions();
        states = new StateSets(questions);
        granted = regions.minus(questions.granted(each -> true), questions.impossible());
        forbidden = regions.minus(
                regions.of(questions.diagram(), LiftedProhibitions::isForbidden, false), questions.impossible());
    }

    private static boolean isForbidden(Leaf leaf) {
        return leaf instanceof Leaf.Denied denied && denied.barred();
    }

    private Found found(int permitting, int forbidding) {
        return found.computeIfAbsent(List.of(permitting, forbidding), none -> {
            Variable role = questions.space().role();
            int set = regions.and(regions.given(granted, role, permitting), regions.given(forbidden, role, forbidding));
            return new Found(set, states.of(set));
        });
    }

    private boolean isNothing(int permitting, int forbidding) {
        return permitting == forbidding || found(permitting, forbidding).questions() == regions.none();
    }

    @Override
    public boolean concerns(Variable role, int value) {
        return IntStream.range(0, role.size()).anyMatch(other -> !isNothing(value, other) || !isNothing(other, value));
    }

    @Override
    public boolean oneIsReached(Assignment state) {
        Variable role = state.space().role();
        return IntStream.range(0, role.size()).anyMatch(other -> isReached(state.value(role), other, state));
    }

    @Override
    public boolean otherIsReached(Assignment state) {
        Variable role = state.space().role();
        return IntStream.range(0, role.size()).anyMatch(other -> isReached(other, state.value(role), state));
    }

    /** Whether something can be asked in a state, whatever its role, that one role permits and another forbids. */
    private boolean isReached(int permitting, int forbidding, Assignment state) {
        return !isNothing(permitting, forbidding)
                && states.contains(found(permitting, forbidding).states(), state);
    }

    @Override
    public Optional<Questions> together(Assignment one, Assignment other) {
        Variable role = one.space().role();
        if (isNothing(one.value(role), other.value(role))) {
            return Optional.empty();
        }
        int set = found(one.value(role), other.value(role)).questions();
        return states.question(set, one).map(each -> new Questions(each, each.with(role, other.value(role))));
    }
}
