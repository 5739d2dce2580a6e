package dev.remit.diagram;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Policy;
import dev.remit.model.Reach;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A policy and edited copies of it, compiled side by side so that they can be compared exactly.
 *
 * <p>A variant that exchanges one rule costs only what that rule touches. Two variants have the same {@link Essence} if
 * and only if no question, complete or partial, tells them apart in answer, basis, population, obligations or forbidding; which
 * rules say so is left aside. Not safe for use by several threads.
 */
public final class Variants {
    private final Policy policy;
    private final Space space;
    private final int budget;
    private final Order order;
    private final DiagramStore store;
    private final Compiler compiler;
    private final Forest<Essence> essences;
    /** Essences of diagrams in which every rule has the duties it has in the policy. */
    private final Map<Integer, Integer> usual = new HashMap<>();

    private final PermissionMemory memory;
    private final Variant original;

    /**
     * Takes a policy, to be compared with its edits.
     *
     * @param compiled the policy
     * @param budget the number of nodes at which to give up
     * @throws TooLargeException if the policy needs more nodes than the budget; so do all methods here that make variants
     */
    public Variants(CompiledPolicy compiled, int budget) {
        policy = compiled.policy();
        space = compiled.space();
        this.budget = budget;
        order = Order.of(compiled.diagram());
        store = new DiagramStore(space, budget);
        compiler = new Compiler(policy, space, order, store, budget);
        essences = new Forest<>(budget);
        memory = new PermissionMemory(space);
        original = new Variant(policy, compiler.root(compiler.all()), true, Optional.of(List.of()));
    }

    /** What is left of a leaf when rule names are left aside. */
    sealed interface Essence {
        /** Permitted in these ways. */
        record Ways(Set<Way> ways) implements Essence {}

        /** One way of being permitted. */
        record Way(int category, int route, List<Treatment> population, Set<Id.Obligation> duties) {}

        /** Denied. */
        record Closed(boolean inconsistent, boolean barred) implements Essence {}

        /** It hangs on what is not known. */
        record Undecided() implements Essence {}
    }

    /** The policy itself. */
    public Variant original() {
        return original;
    }

    /**
     * The policy with one rule exchanged for another, which is listed under the old one's name.
     *
     * @param place the place of the rule among the policy's rules
     * @param other the rule in its stead; empty to drop it
     */
    public Variant exchanging(int place, Optional<Rule> other) {
        BitSet rules = compiler.allBut(place);
        List<Rule> edited = new ArrayList<>(policy.rules());
        other.ifPresent(rule -> {
            rules.or(compiler.add(rule, place));
            edited.set(place, rule);
        });
        boolean sameDuties = other.map(Rule::obligations)
                .map(policy.rules().get(place).obligations()::equals)
                .orElse(true);
        List<Rule> exchanged = Stream.concat(Stream.of(policy.rules().get(place)), other.stream())
                .toList();
        return new Variant(withRules(edited), compiler.root(rules), sameDuties, Optional.of(exchanged));
    }

    private Policy withRules(List<Rule> rules) {
        return new Policy(
                policy.header(), policy.vocabulary(), rules, policy.constraints(), policy.rulings(), policy.clauses());
    }

    /**
     * The policy edited in any other way.
     *
     * @param edited a policy with the same words and the same rules by place; modes, obligations and constraints may
     *     differ
     */
    public Variant edited(Policy edited) {
        Compiler another = new Compiler(edited, space, order, store, budget);
        return new Variant(edited, another.root(another.all()), false, Optional.empty());
    }

    /** One policy among those compared. */
    public final class Variant {
        private final Policy edited;
        private final int root;
        private final boolean sameDuties;
        private final Optional<List<Rule>> exchanged;
        private final int essence;

        private Variant(Policy edited, int root, boolean sameDuties, Optional<List<Rule>> exchanged) {
            this.edited = edited;
            this.root = root;
            this.sameDuties = sameDuties;
            this.exchanged = exchanged;
            essence = essence(root, sameDuties ? usual : new HashMap<>());
        }

        /** This variant as a policy of its own. */
        public CompiledPolicy compiled() {
            return new CompiledPolicy(
                    edited, Flattening.of(edited.vocabulary(), space, order, store, root), store.used());
        }

        /**
         * What this variant says.
         *
         * @param values for each variable in order its value's place, or {@link Assignment#OPEN} where that is allowed
         */
        public Leaf find(int[] values) {
            PatternInstance filled = store.choices.value(walk(store.choices, root, values));
            return store.leaf(filled, walk(store.patterns.forest(), filled.pattern(), values));
        }

        /** Whether every rule, category and route carries the obligations it carries in the policy itself. */
        public boolean sameDuties() {
            return sameDuties;
        }

        /** Whether this variant could answer a question otherwise, as far as its role, activity and level show. */
        public boolean touches(int[] values) {
            return exchanged
                    .map(rules -> rules.stream().anyMatch(rule -> touches(rule.reach(), values)))
                    .orElse(true);
        }

        private boolean touches(Reach reach, int[] values) {
            return List.of(space.role(), space.activity(), space.level()).stream()
                    .allMatch(each -> reach.contains(each, values[each.index()]));
        }

        /** The edited policy; a rule that was dropped is still listed, but never decides. */
        public Policy policy() {
            return edited;
        }

        /** Whether this variant and another answer a question differently, rule names aside. */
        public boolean differs(Variant other, int[] values) {
            return walk(essences, essence, values) != walk(essences, other.essence, values);
        }

        private int walk(Forest<?> forest, int from, int[] values) {
            int node = from;
            while (!forest.isLeaf(node)) {
                Variable variable = order.at(forest.position(node));
                node = forest.child(node, values[variable.index()] + forest.arity(node) - variable.size());
            }
            return node;
        }

        /** Whether no question tells this variant from another, rule names aside. */
        public boolean says(Variant other) {
            return essence == other.essence || tellApart(other).isEmpty();
        }

        /**
         * A question to which this variant and another give answers that differ beyond rule names: a complete one if
         * there is one. Empty if there is none.
         */
        public Optional<Assignment> tellApart(Variant other) {
            return tellApart(other, Assignment.open(space), List.of());
        }

        /**
         * A question to which this variant and another give answers that differ beyond rule names, among those in which some
         * variables are as given: a complete one in all others, if there is one. Empty if there is none.
         *
         * @param given the values, or open
         * @param fixed the variables that are as given
         */
        public Optional<Assignment> tellApart(Variant other, Assignment given, List<Variable> fixed) {
            int[] values = new int[space.variables().size()];
            fixed.forEach(each -> values[each.index()] = given.value(each));
            BitSet isFixed = new BitSet();
            fixed.forEach(each -> isFixed.set(each.index()));
            boolean found = apart(essence, other.essence, values, false, isFixed, new HashSet<>())
                    || apart(essence, other.essence, values, true, isFixed, new HashSet<>());
            if (fixed.isEmpty()) {
                memory.fit(values);
            }
            return found ? Optional.of(Assignment.of(space, values)) : Optional.empty();
        }

        private boolean apart(
                int one, int another, int[] values, boolean openToo, BitSet fixed, Set<List<Integer>> seen) {
            if (one == another) {
                return false;
            }
            if (essences.isLeaf(one) && essences.isLeaf(another)) {
                return true;
            }
            int position = Math.min(essences.position(one), essences.position(another));
            Variable variable = order.at(position);
            if (!seen.add(List.of(one, another, memory.present(variable, values)))) {
                return false;
            }
            int arity = essences.arity(essences.position(one) == position ? one : another);
            int open = arity - variable.size();
            if (fixed.get(variable.index())) {
                int edge = open + values[variable.index()];
                return apart(step(one, position, edge), step(another, position, edge), values, openToo, fixed, seen);
            }
            for (int edge = openToo ? 0 : open; edge < arity; edge++) {
                values[variable.index()] = edge - open;
                if (memory.fits(variable, edge - open, values)
                        && apart(
                                step(one, position, edge),
                                step(another, position, edge),
                                values,
                                openToo,
                                fixed,
                                seen)) {
                    return true;
                }
            }
            values[variable.index()] = 0;
            return false;
        }

        private int step(int node, int position, int edge) {
            return essences.position(node) == position ? essences.child(node, edge) : node;
        }

        private int essence(int node, Map<Integer, Integer> known) {
            Integer done = known.get(node);
            if (done == null) {
                if (store.choices.isLeaf(node)) {
                    PatternInstance filled = store.choices.value(node);
                    done = essence(filled.pattern(), filled.claims(), new HashMap<>());
                } else {
                    int[] edges = new int[store.choices.arity(node)];
                    for (int edge = 0; edge < edges.length; edge++) {
                        edges[edge] = essence(store.choices.child(node, edge), known);
                    }
                    done = essences.node(store.choices.position(node), edges);
                }
                known.put(node, done);
            }
            return done;
        }

        private int essence(int pattern, long[] claims, Map<Integer, Integer> known) {
            Forest<Leaf> patterns = store.patterns.forest();
            Integer done = known.get(pattern);
            if (done == null) {
                if (patterns.isLeaf(pattern)) {
                    done = essences.leaf(essence(patterns.value(pattern).filled(store.claims, claims)));
                } else {
                    int[] edges = new int[patterns.arity(pattern)];
                    for (int edge = 0; edge < edges.length; edge++) {
                        edges[edge] = essence(patterns.child(pattern, edge), claims, known);
                    }
                    done = essences.node(patterns.position(pattern), edges);
                }
                known.put(pattern, done);
            }
            return done;
        }

        private Essence essence(Leaf leaf) {
            if (leaf instanceof Leaf.Granted granted) {
                Set<Essence.Way> ways = new HashSet<>();
                granted.grants()
                        .forEach(grant -> ways.add(new Essence.Way(
                                grant.category(), grant.route(), grant.population(), grant.duties(edited))));
                return new Essence.Ways(ways);
            }
            return leaf instanceof Leaf.Denied denied
                    ? new Essence.Closed(denied.inconsistent(), denied.barred())
                    : new Essence.Undecided();
        }
    }
}
