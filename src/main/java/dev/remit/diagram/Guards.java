package dev.remit.diagram;

import dev.remit.model.Fact;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the facts that guard a finished diagram, all of them in one pass.
 *
 * <p>Wherever a fact is tested, the questions with the fact false, or what it is if unsaid, go on one way and those with
 * another value on others. It guards if some way on from both is the same for two questions of which the first ends permitted and the second denied, without
 * a constraint being violated. Which pairs of ways have such questions does not hang on the fact, so it is worked out once
 * for all facts.
 */
final class Guards {
    /** Searches for pairs of ways are given up at so many. */
    private static final int MOST_PAIRS = 4 * CompiledPolicy.ALLOWED;

    private enum Said {
        PERMITTED,
        DENIED,
        IMPOSSIBLE
    }

    private final DiagramStore store;
    private final Order order;
    /** For each variable the place of the value that a closed question may take for its own, or -1. */
    private final int[] assumed;

    private final Reduction<Said> reduction;
    private final Forest<Said> forest;
    private final Map<Integer, Set<Said>> reached = new HashMap<>();
    /** Pairs of ways on which no question was found. */
    private final PairTable barren = new PairTable();

    private final Set<Integer> seenChoices = new HashSet<>();
    private final Set<Integer> seen = new HashSet<>();
    private final Map<Integer, Guard> guards = new HashMap<>();
    /** The question on whose way the walk is; of what is not tested on the way, anything. */
    private final int[] question;

    private final PermissionMemory memory;

    private Guards(Space space, Order order, int[] assumed, DiagramStore store) {
        this.order = order;
        this.assumed = assumed;
        this.store = store;
        reduction = new Reduction<>(store, Guards::said);
        forest = reduction.forest();
        question = new int[order.size()];
        memory = new PermissionMemory(space);
    }

    /** The facts that guard in a finished diagram, in the order of the space. */
    static List<Guard> of(Vocabulary vocabulary, Space space, Order order, DiagramStore store, int root) {
        Guards guards = new Guards(space, order, assumed(vocabulary, order), store);
        guards.choose(root);
        return guards.guards.values().stream()
                .sorted(Comparator.comparingInt(Guard::fact))
                .toList();
    }

    private static int[] assumed(Vocabulary vocabulary, Order order) {
        Map<String, Fact> facts = new HashMap<>();
        vocabulary.facts().forEach(each -> facts.put(each.id().value(), each));
        int[] assumed = new int[order.size()];
        Arrays.fill(assumed, -1);
        for (int position = 0; position < order.size(); position++) {
            Variable variable = order.at(position);
            Fact fact = variable.kind() == Variable.Kind.FACT ? facts.get(variable.name()) : null;
            if (fact != null) {
                fact.domain().ifUnsaid().ifPresent(value -> assumed[variable.index()] = variable.place(value.value()));
            }
        }
        return assumed;
    }

    /** Open ends are left out: what is asked about are complete questions. */
    private static Said said(Leaf leaf) {
        if (leaf instanceof Leaf.Granted) {
            return Said.PERMITTED;
        }
        boolean isImpossible =
                leaf == Leaf.NoState.NO_STATE || (leaf instanceof Leaf.Denied denied && denied.inconsistent());
        return isImpossible ? Said.IMPOSSIBLE : Said.DENIED;
    }

    private void choose(int node) {
        if (!seenChoices.add(node)) {
            return;
        }
        if (store.choices.isLeaf(node)) {
            walk(reduction.pattern(store.choices.value(node).pattern()));
            return;
        }
        Variable variable = order.at(store.choices.position(node));
        for (int value = 0; value < variable.size(); value++) {
            question[variable.index()] = value;
            choose(edge(store.choices, node, variable, value));
        }
        question[variable.index()] = 0;
    }

    private void walk(int node) {
        if (forest.isLeaf(node) || !seen.add(node)) {
            return;
        }
        Variable variable = order.at(forest.position(node));
        for (int value = 0; value < variable.size(); value++) {
            int unsaid = assumed[variable.index()];
            if (unsaid >= 0 && value != unsaid && !guards.containsKey(variable.index())) {
                question[variable.index()] = unsaid;
                if (differ(edge(forest, node, variable, unsaid), edge(forest, node, variable, value))) {
                    int[] shown = question.clone();
                    memory.fit(shown);
                    guards.put(variable.index(), new Guard(variable.index(), value, shown));
                }
            }
            question[variable.index()] = value;
            walk(edge(forest, node, variable, value));
        }
        question[variable.index()] = 0;
    }

    /** Whether some question is permitted on one way and denied on another; then the rest of the question is filled in. */
    private boolean differ(int one, int other) {
        if (one == other
                || !reached(one).contains(Said.PERMITTED)
                || !reached(other).contains(Said.DENIED)
                || barren.get(one, other) != PairTable.ABSENT) {
            return false;
        }
        if (forest.isLeaf(one) && forest.isLeaf(other)) {
            return true;
        }
        int position = Math.min(forest.position(one), forest.position(other));
        Variable variable = order.at(position);
        for (int value = 0; value < variable.size(); value++) {
            question[variable.index()] = value;
            if (differ(
                    forest.position(one) == position ? edge(forest, one, variable, value) : one,
                    forest.position(other) == position ? edge(forest, other, variable, value) : other)) {
                return true;
            }
        }
        question[variable.index()] = 0;
        if (barren.size() >= MOST_PAIRS) {
            throw forest.full();
        }
        barren.put(one, other, 0);
        return false;
    }

    /** What is said at the ends of complete questions on a way. */
    private Set<Said> reached(int node) {
        Set<Said> known = reached.get(node);
        if (known == null) {
            if (forest.isLeaf(node)) {
                known = EnumSet.of(forest.value(node));
            } else {
                known = EnumSet.noneOf(Said.class);
                Variable variable = order.at(forest.position(node));
                for (int value = 0; value < variable.size(); value++) {
                    known.addAll(reached(edge(forest, node, variable, value)));
                }
            }
            reached.put(node, known);
        }
        return known;
    }

    /** Where a value leads; an edge for "left open", if there is one, comes before those of the values. */
    private static int edge(Forest<?> forest, int node, Variable variable, int value) {
        return forest.child(node, forest.arity(node) - variable.size() + value);
    }
}
