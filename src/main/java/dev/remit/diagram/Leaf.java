package dev.remit.diagram;

import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Treatment;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

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

    /**
     * There is no such state of the world, so nothing can be said of it: a permission that is held and was never held. It
     * makes no difference to what is said over several states.
     */
    enum NoState implements Leaf {
        NO_STATE
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
     * @param forbiddenBy the forbid rules that match in states that violate none
     * @param violates the constraints that are violated, if every state violates one
     */
    record Denied(boolean inconsistent, boolean barred, Extent forbiddenBy, Extent violates) implements Leaf {
        /** Denied because nothing says otherwise. */
        static final Denied UNGRANTED = new Denied(false, false, Extent.NONE, Extent.NONE);
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

        /** The duties that come with it under the policy it is a grant of. */
        public Set<Id.Obligation> duties(Policy policy) {
            Vocabulary words = policy.vocabulary();
            return policy.rules()
                    .get(rule)
                    .duties(
                            category < 0
                                    ? Optional.empty()
                                    : Optional.of(words.categories().get(category)),
                            route < 0
                                    ? Optional.empty()
                                    : Optional.of(words.routes().get(route)),
                            population);
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

    /** What is said of one choice over the states of all of some leaves. */
    static Leaf overKnowledge(List<Leaf> all) {
        List<Leaf> leaves = states(all);
        if (areEqual(leaves)) {
            return leaves.get(0);
        }
        if (leaves.stream().allMatch(Granted.class::isInstance)) {
            return new Granted(merged(leaves, true));
        }
        return leaves.stream().allMatch(Denied.class::isInstance) ? together(leaves) : Open.OPEN;
    }

    /** What is said when the asker may choose between the choices of all of some leaves. */
    static Leaf overChoices(List<Leaf> all) {
        List<Leaf> leaves = states(all);
        if (areEqual(leaves)) {
            return leaves.get(0);
        }
        List<Leaf> granted = leaves.stream().filter(Granted.class::isInstance).toList();
        if (!granted.isEmpty()) {
            return granted.size() == 1 ? granted.get(0) : new Granted(merged(granted, false));
        }
        return leaves.stream().allMatch(Denied.class::isInstance) ? together(leaves) : Open.OPEN;
    }

    /** Those that say something; any one if none does. */
    private static List<Leaf> states(List<Leaf> all) {
        boolean isNeeded = false;
        for (Leaf each : all) {
            isNeeded |= each == NoState.NO_STATE;
        }
        if (!isNeeded) {
            return all;
        }
        List<Leaf> states =
                all.stream().filter(each -> each != NoState.NO_STATE).toList();
        return states.isEmpty() ? all : states;
    }

    private static boolean areEqual(List<?> all) {
        Object first = all.get(0);
        for (Object each : all) {
            if (!each.equals(first)) {
                return false;
            }
        }
        return true;
    }

    private static Denied together(List<Leaf> leaves) {
        boolean barred = true;
        List<Extent> forbiddenBy = new ArrayList<>(leaves.size());
        List<Extent> violates = new ArrayList<>(leaves.size());
        for (Leaf each : leaves) {
            Denied denied = (Denied) each;
            barred &= denied.barred;
            if (denied.inconsistent) {
                violates.add(denied.violates);
            } else {
                forbiddenBy.add(denied.forbiddenBy);
            }
        }
        return forbiddenBy.isEmpty()
                ? new Denied(true, true, Extent.NONE, Extent.over(violates))
                : new Denied(false, barred, Extent.over(forbiddenBy), Extent.NONE);
    }

    /** All grants in order; where states are summed up, one that is not in every leaf holds in some of them only. */
    private static List<Grant> merged(List<Leaf> leaves, boolean states) {
        List<Grant> all = new ArrayList<>();
        leaves.forEach(leaf -> all.addAll(((Granted) leaf).grants));
        all.sort(null);
        List<Grant> merged = new ArrayList<>();
        int end;
        for (int start = 0; start < all.size(); start = end) {
            Grant grant = all.get(start);
            for (end = start + 1; end < all.size() && all.get(end).compareTo(grant) == 0; end++) {
                grant = grant.and(all.get(end));
            }
            merged.add(states && end - start < leaves.size() ? grant.sometimes() : grant);
        }
        return merged;
    }

    /** In a pattern: adds the places this mentions. */
    default void reach(BitSet places) {
        if (this instanceof Granted granted) {
            granted.grants.forEach(each -> places.set(each.rule));
        } else if (this instanceof Denied denied) {
            for (int each : denied.forbiddenBy.sometimes()) {
                places.set(each);
            }
        }
    }

    /**
     * In a pattern: what copies of this leaf with other places in place of its own, in the same order, say together.
     *
     * @param together what leaves say together, over knowledge or over choices: the same where all are denials
     */
    default Leaf copied(List<int[]> places, Function<List<Leaf>, Leaf> together) {
        if (this instanceof Denied denied) {
            return new Denied(denied.inconsistent, denied.barred, denied.forbiddenBy.copied(places), denied.violates);
        }
        List<Leaf> moved = new ArrayList<>(places.size());
        for (int[] each : places) {
            moved.add(moved(each));
        }
        return together.apply(moved);
    }

    private Leaf moved(int[] places) {
        return named(
                place -> places[place],
                grant -> new Grant(places[grant.rule], grant.category, grant.route, grant.always, grant.population));
    }

    /** What a leaf of a pattern says when claims are filled in. */
    default Leaf filled(PatternArguments claims, long[] filled) {
        return named(
                place -> claims.rule(filled[place]),
                grant -> new Grant(
                        claims.rule(filled[grant.rule]),
                        claims.category(filled[grant.rule]),
                        claims.route(filled[grant.rule]),
                        grant.always,
                        grant.population));
    }

    private Leaf named(IntUnaryOperator forbidding, UnaryOperator<Grant> permitting) {
        if (this instanceof Granted granted) {
            List<Grant> named = new ArrayList<>(granted.grants.size());
            for (Grant each : granted.grants) {
                named.add(permitting.apply(each));
            }
            return new Granted(named);
        }
        return this instanceof Denied denied && !denied.forbiddenBy.equals(Extent.NONE)
                ? new Denied(denied.inconsistent, denied.barred, denied.forbiddenBy.named(forbidding), denied.violates)
                : this;
    }
}
