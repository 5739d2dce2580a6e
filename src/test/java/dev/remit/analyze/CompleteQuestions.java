package dev.remit.analyze;

import dev.remit.decide.ValueRestriction;
import dev.remit.model.Assignment;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** The complete questions of small spaces, for tests that go through all of them. */
public final class CompleteQuestions {
    private CompleteQuestions() {}

    /** Every complete question or, of a large space, every so many, about as many as are wanted. */
    public static List<Assignment> of(Space space, int wanted) {
        List<int[]> all = new ArrayList<>(List.of(new int[space.variables().size()]));
        for (Variable variable : space.variables()) {
            List<int[]> next = new ArrayList<>();
            for (int[] values : all) {
                for (int value = 0; value < variable.size(); value++) {
                    int[] more = values.clone();
                    more[variable.index()] = value;
                    next.add(more);
                }
            }
            all = next;
        }
        PermissionMemory memory = new PermissionMemory(space);
        all = all.stream().filter(values -> !memory.isContradicted(values)).toList();
        List<Assignment> some = new ArrayList<>();
        int stride = Math.max(1, all.size() / wanted);
        for (int i = 0; i < all.size(); i += stride) {
            some.add(Assignment.of(space, all.get(i)));
        }
        return some;
    }

    /** Whether a question lies in a region. */
    public static boolean holds(Region region, Assignment question) {
        return holds(region.so(), question);
    }

    /** Whether a question lies among situations. */
    public static boolean holds(AssignmentSet assignments, Assignment question) {
        return holds(assignments.so(), question)
                && assignments.eithers().stream()
                        .allMatch(either -> either.ways().stream().anyMatch(way -> holds(way, question)));
    }

    private static boolean holds(List<ValueRestriction> so, Assignment question) {
        for (ValueRestriction assumption : so) {
            Variable ours = question.space().find(assumption.about().name()).orElseThrow();
            if (!assumption.values().contains(question.word(ours))) {
                return false;
            }
        }
        return true;
    }
}
