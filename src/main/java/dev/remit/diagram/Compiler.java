package dev.remit.diagram;

import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Route;
import dev.remit.model.RouteMode;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import dev.remit.model.Upstream;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compiles a policy: splits the rules by role, activity, level, category and route, deals them out by the attributes of
 * many values, builds the pattern of what the rules left say together, then adds the edges for what a question leaves
 * open, from the bottom up.
 *
 * <p>A compiler remembers everything it has built, so that compiling the same policy with one rule exchanged costs only
 * what that rule touches, and two sets of rules that say the same come out as the same number.
 */
final class Compiler {
    private final Policy policy;
    private final Space space;
    private final Order order;
    private final RuleClasses kinds = new RuleClasses();
    private final RuleBook book;
    private final List<Integer> constraints = new ArrayList<>();
    private final Cells cells;
    private final DiagramStore store;
    private final Map<Step, Integer> done = new HashMap<>();
    private final Map<Integer, Integer> opened = new HashMap<>();
    private final BitSet unfinished = new BitSet();
    private final Map<Set<Upstream.Opening>, Upstream> upstreams = new HashMap<>();

    /** Where the split stands: the next aspect, the rules still in question and what was found on the way. */
    private record Step(int next, BitSet rules, boolean patientData, int category, int route, Upstream upstream) {}

    /** A hand of kinds: those of all constraints, then those of some rules, and what these claim. */
    private record Hand(List<Integer> kinds, List<Long> claims) {
        Hand() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** A hand, and what the route does about each register. */
    private record Dealt(Hand hand, List<RouteMode> modes) {}

    Compiler(Policy policy, Space space, Order order, DiagramStore store, int budget) {
        this.policy = policy;
        this.space = space;
        this.order = order;
        this.store = store;
        book = new RuleBook(policy.vocabulary(), policy.rules(), space, kinds);
        for (Constraint constraint : policy.constraints()) {
            Condition violated = new Condition.All(List.of(constraint.given(), new Condition.Not(constraint.then())));
            constraints.add(kinds.number(new RuleClasses.Violates(constraints.size(), violated)));
        }
        cells = new Cells(policy.vocabulary(), space, order, kinds, budget);
    }

    Compiler(Policy policy, Space space, Order order, int budget) {
        this(policy, space, order, new DiagramStore(space, budget), budget);
    }

    /** How much of the budget is used. */
    int used() {
        return Math.max(store.used(), cells.used());
    }

    /** The places in the policy of the rules that were being brought together when the budget ran out; empty if it did not. */
    BitSet unfinished() {
        BitSet places = new BitSet();
        unfinished.stream().map(book::listedAs).forEach(places::set);
        return places;
    }

    /** What the policy's own rules are compiled as. */
    BitSet all() {
        BitSet all = new BitSet();
        for (int place = 0; place < policy.rules().size(); place++) {
            all.or(book.parts(place));
        }
        return all;
    }

    /** What the policy's own rules are compiled as, but for the one at a place. */
    BitSet allBut(int place) {
        BitSet others = all();
        others.andNot(book.parts(place));
        return others;
    }

    /** Adds a rule that is listed as the one at a place; what it is compiled as is returned. */
    BitSet add(Rule variant, int standsFor) {
        return book.add(variant, standsFor);
    }

    /**
     * The finished diagram of some of the rules.
     *
     * @throws TooLargeException if the budget does not do
     */
    int root(BitSet rules) {
        Upstream upstream =
                upstreams.computeIfAbsent(book.openings(rules), opened -> Upstream.of(policy.vocabulary(), opened));
        return step(new Step(0, rules, true, -1, -1, upstream));
    }

    /**
     * The finished diagram of all rules.
     *
     * @throws TooLargeException if the budget does not do
     */
    Diagram diagram() {
        return Flattening.of(policy.vocabulary(), space, order, store, root(all()));
    }

    private int step(Step at) {
        Integer known = done.get(at);
        if (known != null) {
            return known;
        }
        int result;
        try {
            result = at.next == book.index().dimensions().size() ? cell(at) : branch(at);
        } catch (TooLargeException full) {
            if (unfinished.isEmpty()) {
                unfinished.or(at.rules);
            }
            throw full;
        }
        done.put(at, result);
        return result;
    }

    private int branch(Step at) {
        Variable variable = book.index().dimensions().get(at.next);
        int[] values = new int[variable.size()];
        for (int value = 0; value < values.length; value++) {
            values[value] = step(next(at, variable, value, book.index().reaching(at.next, value, at.rules)));
        }
        return variable.kind().isChoice()
                ? withOpen(store.choices, at.next, values, store.overChoices)
                : store.choices.node(at.next, values);
    }

    /** The next step; what no rule hangs on any more is forgotten, so that empty cells are one. */
    private Step next(Step at, Variable variable, int value, BitSet left) {
        if (left.isEmpty()) {
            return new Step(at.next + 1, left, true, -1, -1, at.upstream);
        }
        return switch (variable.kind()) {
            case LEVEL ->
                new Step(
                        at.next + 1,
                        left,
                        policy.vocabulary().levels().get(value).patientData(),
                        -1,
                        -1,
                        at.upstream);
            case CATEGORY -> new Step(at.next + 1, left, at.patientData, value, -1, at.upstream);
            case ROUTE -> new Step(at.next + 1, left, at.patientData, at.category, value, at.upstream);
            case ROLE, ACTIVITY -> new Step(at.next + 1, left, true, -1, -1, at.upstream);
            case ATTRIBUTE, PERMISSION, EVER, FACT, WISH ->
                throw new IllegalStateException("a fault of Remit itself: rules are not split by " + variable.name());
        };
    }

    private int cell(Step at) {
        Hand hand = new Hand();
        hand.kinds.addAll(constraints);
        List<Integer> rules = new ArrayList<>();
        for (int rule = at.rules.nextSetBit(0); rule >= 0; rule = at.rules.nextSetBit(rule + 1)) {
            rules.add(rule);
        }
        rules.sort(Comparator.comparing(book::listedAs));
        for (int rule : rules) {
            hand.kinds.add(book.kind(rule));
            hand.claims.add(
                    book.rule(rule).isPermit()
                            ? store.claims.of(book.listedAs(rule), at.category, at.route)
                            : store.claims.of(book.listedAs(rule)));
        }
        return dealt(0, hand, modes(at));
    }

    private List<RouteMode> modes(Step at) {
        Optional<Route> route = at.route < 0
                ? Optional.empty()
                : Optional.of(policy.vocabulary().routes().get(at.route));
        return at.upstream.modes(route, at.patientData);
    }

    /** Deals a hand out by the attributes of many values, from the next one on. */
    private int dealt(int next, Hand hand, List<RouteMode> modes) {
        if (next == order.spread().size()) {
            int pattern = opened(cells.together(withImpossible(hand, modes), modes));
            long[] claims = new long[hand.claims.size()];
            for (int place = 0; place < claims.length; place++) {
                claims[place] = hand.claims.get(place);
            }
            return store.choices.leaf(store.patterns.filled(pattern, claims));
        }
        Variable attribute = order.spread().get(next);
        Map<Dealt, Integer> known = new HashMap<>();
        int[] values = new int[attribute.size()];
        List<Hand> hands = deal(hand, attribute);
        for (int value = 0; value < values.length; value++) {
            Dealt dealt = new Dealt(hands.get(value), under(modes, attribute, value));
            Integer alike = known.get(dealt);
            values[value] = alike != null ? alike : dealt(next + 1, dealt.hand, dealt.modes);
            known.put(dealt, values[value]);
        }
        return withOpen(store.choices, order.position(attribute), values, store.overKnowledge);
    }

    /** What comes together in a cell, with the kinds that say which states there are not, where that makes a difference. */
    private List<Integer> withImpossible(Hand hand, List<RouteMode> modes) {
        Set<Id.Register> ever = new TreeSet<>();
        hand.kinds.forEach(kind -> ever.addAll(kinds.everHeld(kind)));
        modes.forEach(mode -> ever.addAll(RuleClasses.everHeld(mode.mayHold())));
        if (ever.isEmpty()) {
            return hand.kinds;
        }
        List<Integer> all = new ArrayList<>();
        ever.forEach(register -> all.add(kinds.number(RuleClasses.Impossible.of(register))));
        all.addAll(hand.kinds);
        return all;
    }

    private static List<RouteMode> under(List<RouteMode> modes, Variable attribute, int value) {
        return modes.stream()
                .map(each -> new RouteMode(each.mode(), Cofactor.under(each.mayHold(), attribute, value)))
                .toList();
    }

    /** For each value of an attribute what is left under it. */
    private List<Hand> deal(Hand hand, Variable attribute) {
        List<Hand> hands = new ArrayList<>();
        attribute.values().forEach(value -> hands.add(new Hand()));
        int first = hand.kinds.size() - hand.claims.size();
        for (int i = 0; i < hand.kinds.size(); i++) {
            RuleClasses.Cut cut = kinds.cut(hand.kinds.get(i), attribute);
            List<Long> claim = i < first ? List.of() : List.of(hand.claims.get(i - first));
            cut.values().forEach(value -> {
                hands.get(value).kinds.add(cut.under(value));
                hands.get(value).claims.addAll(claim);
            });
        }
        return hands;
    }

    /** A cell's diagram with an edge added for each thing that may be unknown. */
    private int opened(int cell) {
        Forest<Cell> from = cells.forest();
        Forest<Leaf> to = store.patterns.forest();
        if (from.isLeaf(cell)) {
            return to.leaf(from.value(cell).leaf());
        }
        Integer known = opened.get(cell);
        if (known != null) {
            return known;
        }
        int[] values = new int[from.arity(cell)];
        for (int value = 0; value < values.length; value++) {
            values[value] = opened(from.child(cell, value));
        }
        int position = from.position(cell);
        int result = order.at(position).kind().isKnowledge()
                ? withOpen(to, position, values, store.patterns.overKnowledge())
                : to.node(position, values);
        opened.put(cell, result);
        return result;
    }

    /** A node with its edge for "left open" in front: what the operation makes of all the values' edges. */
    private static <L> int withOpen(Forest<L> forest, int position, int[] values, Forest<L>.Operation operation) {
        TreeSet<Integer> distinct = new TreeSet<>();
        int[] edges = new int[values.length + 1];
        for (int value = 0; value < values.length; value++) {
            edges[value + 1] = values[value];
            distinct.add(values[value]);
        }
        edges[0] = operation.applyAll(List.copyOf(distinct));
        return forest.node(position, edges);
    }
}
