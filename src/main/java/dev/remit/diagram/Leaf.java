package dev.remit.diagram;

import dev.remit.model.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

        static Extent over(List<Extent> all) {
            Extent first = all.get(0);
            if (all.stream().allMatch(first::equals)) {
                return first;
            }
            List<Integer> throughout = sorted(all, Extent::always);
            List<Integer> always = new ArrayList<>();
            for (int i = 0; i + all.size() <= throughout.size(); i++) {
                // Each extent names a thing once: as often as there are extents, it is in all of them.
                if (throughout.get(i).equals(throughout.get(i + all.size() - 1))) {
                    always.add(throughout.get(i));
                }
            }
            return new Extent(
                    always, sorted(all, Extent::sometimes).stream().distinct().toList());
        }

        private static List<Integer> sorted(List<Extent> all, Function<Extent, List<Integer>> part) {
            return all.stream()
                    .flatMap(each -> part.apply(each).stream())
                    .sorted()
                    .toList();
        }

        Extent named(UnaryOperator<Integer> name) {
            return new Extent(named(always, name), named(sometimes, name));
        }

        private static List<Integer> named(List<Integer> things, UnaryOperator<Integer> name) {
            List<Integer> named = new ArrayList<>(things.size());
            for (Integer each : things) {
                named.add(name.apply(each));
            }
            return named;
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

    /** What is said of one choice over the states that any of some leaves speaks of. */
    static Leaf overKnowledge(List<Leaf> leaves) {
        Leaf first = leaves.get(0);
        if (leaves.stream().allMatch(first::equals)) {
            return first;
        }
        if (leaves.stream().allMatch(Granted.class::isInstance)) {
            return new Granted(merged(leaves, true));
        }
        return leaves.stream().allMatch(Denied.class::isInstance) ? together(leaves) : Open.OPEN;
    }

    /** What is said when the asker may choose between what any of some leaves speaks of. */
    static Leaf overChoices(List<Leaf> leaves) {
        Leaf first = leaves.get(0);
        if (leaves.stream().allMatch(first::equals)) {
            return first;
        }
        List<Leaf> granted = leaves.stream().filter(Granted.class::isInstance).toList();
        if (!granted.isEmpty()) {
            return granted.size() == 1 ? granted.get(0) : new Granted(merged(granted, false));
        }
        return leaves.stream().allMatch(Denied.class::isInstance) ? together(leaves) : Open.OPEN;
    }

    private static Denied together(List<Leaf> leaves) {
        List<Denied> denied = leaves.stream().map(Denied.class::cast).toList();
        return new Denied(
                denied.stream().allMatch(Denied::inconsistent),
                denied.stream().allMatch(Denied::barred),
                Extent.over(denied.stream().map(Denied::forbiddenBy).toList()),
                Extent.over(denied.stream().map(Denied::violates).toList()));
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

    /** In a pattern: the places this speaks of. */
    default Set<Integer> places() {
        if (this instanceof Granted granted) {
            return granted.grants.stream().map(Grant::rule).collect(Collectors.toSet());
        }
        return this instanceof Denied denied ? Set.copyOf(denied.forbiddenBy.sometimes()) : Set.of();
    }

    /** In a pattern: this leaf with other places in place of its own, in the same order. */
    default Leaf moved(int[] places) {
        return named(
                place -> places[place],
                grant -> new Grant(places[grant.rule], grant.category, grant.route, grant.always, grant.population));
    }

    /** What a leaf of a pattern says when claims are filled in. */
    default Leaf filled(Claims claims, long[] filled) {
        return named(
                place -> claims.rule(filled[place]),
                grant -> new Grant(
                        claims.rule(filled[grant.rule]),
                        claims.category(filled[grant.rule]),
                        claims.route(filled[grant.rule]),
                        grant.always,
                        grant.population));
    }

    private Leaf named(UnaryOperator<Integer> forbidding, UnaryOperator<Grant> permitting) {
        if (this instanceof Granted granted) {
            List<Grant> named = new ArrayList<>(granted.grants.size());
            for (Grant each : granted.grants) {
                named.add(permitting.apply(each));
            }
            return new Granted(named);
        }
        return this instanceof Denied denied && !denied.forbiddenBy.sometimes.isEmpty()
                ? new Denied(denied.inconsistent, denied.barred, denied.forbiddenBy.named(forbidding), denied.violates)
                : this;
    }
}
