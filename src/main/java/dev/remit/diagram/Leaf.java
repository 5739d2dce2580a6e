package dev.remit.diagram;

import dev.remit.model.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the policy says about a question, at the end of a walk through the {@link Diagram}. Rules, constraints,
 * categories and routes are given by their place in the policy's lists.
 *
 * <p>Leaves form two semilattices: {@link #overKnowledge} sums up what is said over several states of the world,
 * {@link #overChoices} over several ways the asker may choose. Both are associative, commutative and idempotent, so that
 * the "unknown" and "any" edges of a diagram are exact whatever the order in which they are made.
 */
public sealed interface Leaf {

    /**
     * Some choice is permitted in every state of the world.
     *
     * @param grants what is granted, in order
     */
    record Granted(List<Grant> grants) implements Leaf {
        public Granted {
            grants = List.copyOf(grants);
        }
    }

    /** Some state under some choice is permitted, but no choice is permitted in every state. */
    enum Open implements Leaf {
        OPEN
    }

    /**
     * No choice is permitted in any state of the world.
     *
     * @param inconsistent whether every state violates a constraint
     * @param barred whether every state is forbidden or violates a constraint
     * @param forbiddenBy the forbid rules that match
     * @param violates the constraints that are violated
     */
    record Denied(boolean inconsistent, boolean barred, Extent forbiddenBy, Extent violates) implements Leaf {
        /** Denied because nothing says otherwise. */
        static final Denied UNGRANTED = new Denied(false, false, Extent.NONE, Extent.NONE);
    }

    /**
     * Which things hold over a set of states and choices.
     *
     * @param always those that hold in each of them, ascending
     * @param sometimes those that hold in at least one, ascending
     */
    record Extent(List<Integer> always, List<Integer> sometimes) {
        static final Extent NONE = new Extent(List.of(), List.of());

        public Extent {
            always = List.copyOf(always);
            sometimes = List.copyOf(sometimes);
        }

        static Extent of(List<Integer> things) {
            return things.isEmpty() ? NONE : new Extent(things, things);
        }

        Extent and(Extent other) {
            if (equals(other)) {
                return this;
            }
            List<Integer> both = new ArrayList<>(always);
            both.retainAll(other.always);
            TreeSet<Integer> either = new TreeSet<>(sometimes);
            either.addAll(other.sometimes);
            return new Extent(both, List.copyOf(either));
        }

        /** Those that hold throughout or, if there is none, those that hold somewhere. */
        public List<Integer> told() {
            return always.isEmpty() ? sometimes : always;
        }
    }

    /**
     * One rule granting one choice.
     *
     * @param rule the rule's place
     * @param category the category's place, or -1 if there are no categories
     * @param route the route's place, or -1 if there are no routes
     * @param always whether the rule grants it in every state of the world
     * @param population the treatment of each register's patients
     */
    record Grant(int rule, int category, int route, boolean always, List<Treatment> population)
            implements Comparable<Grant> {
        public Grant {
            population = List.copyOf(population);
        }

        Grant sometimes() {
            return always ? new Grant(rule, category, route, false, population) : this;
        }

        Grant and(Grant other) {
            List<Treatment> stricter = new ArrayList<>();
            for (int i = 0; i < population.size(); i++) {
                stricter.add(population.get(i).or(other.population.get(i)));
            }
            return new Grant(rule, category, route, always && other.always, stricter);
        }

        @Override
        public int compareTo(Grant other) {
            int byRule = Integer.compare(rule, other.rule);
            int byCategory = byRule != 0 ? byRule : Integer.compare(category, other.category);
            return byCategory != 0 ? byCategory : Integer.compare(route, other.route);
        }
    }

    /** What is said of one choice over the states that either leaf speaks of. */
    static Leaf overKnowledge(Leaf one, Leaf other) {
        if (one.equals(other)) {
            return one;
        }
        if (one instanceof Denied a && other instanceof Denied b) {
            return both(a, b);
        }
        if (one instanceof Granted a && other instanceof Granted b) {
            return new Granted(merge(a.grants, b.grants, true));
        }
        return Open.OPEN;
    }

    /** What is said when the asker may choose between what either leaf speaks of. */
    static Leaf overChoices(Leaf one, Leaf other) {
        if (one.equals(other)) {
            return one;
        }
        if (one instanceof Granted a) {
            return other instanceof Granted b ? new Granted(merge(a.grants, b.grants, false)) : one;
        }
        if (other instanceof Granted) {
            return other;
        }
        return one instanceof Denied a && other instanceof Denied b ? both(a, b) : Open.OPEN;
    }

    private static Denied both(Denied a, Denied b) {
        return new Denied(
                a.inconsistent && b.inconsistent,
                a.barred && b.barred,
                a.forbiddenBy.and(b.forbiddenBy),
                a.violates.and(b.violates));
    }

    /** Both lists in order; a grant in one list only held in some of the states, if states are what is summed up. */
    private static List<Grant> merge(List<Grant> one, List<Grant> other, boolean states) {
        List<Grant> merged = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            int order =
                    i == one.size() ? 1 : j == other.size() ? -1 : one.get(i).compareTo(other.get(j));
            if (order == 0) {
                merged.add(one.get(i++).and(other.get(j++)));
            } else {
                Grant only = order < 0 ? one.get(i++) : other.get(j++);
                merged.add(states ? only.sometimes() : only);
            }
        }
        return merged;
    }
}
