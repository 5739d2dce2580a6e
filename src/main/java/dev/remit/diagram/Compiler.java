package dev.remit.diagram;

import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Compiles a policy: splits the rules by role, activity, level, category and route, builds what applies in each cell,
 * then adds the edges for what a question leaves open, from the bottom up.
 *
 * <p>A compiler remembers everything it has built, so that compiling the same policy with one rule exchanged costs only
 * what that rule touches, and two sets of rules that say the same come out as the same number.
 */
final class Compiler {
    private final Policy policy;
    private final Space space;
    private final Order order;
    private final RuleBook book;
    private final Cells cells;
    private final Told told;
    private final Map<Step, Integer> done = new HashMap<>();
    private final Map<Tagged, Integer> opened = new HashMap<>();
    private final List<Mode> nowhere;

    /** Where the split stands: the next aspect, the rules still in question and what was settled on the way. */
    private record Step(int next, BitSet rules, boolean patientData, int category, int route) {}

    /** A cell diagram under one choice. */
    private record Tagged(int cell, int category, int route) {}

    /** A store of finished diagrams with the operations that add edges to them. */
    static final class Told {
        final Forest<Leaf> forest;
        final Forest<Leaf>.Operation overKnowledge;
        final Forest<Leaf>.Operation overChoices;

        Told(int budget) {
            forest = new Forest<>(budget);
            overKnowledge = forest.lift(Leaf::overKnowledge);
            overChoices = forest.lift(Leaf::overChoices);
        }
    }

    Compiler(Policy policy, Space space, Order order, Told told, int budget) {
        this.policy = policy;
        this.space = space;
        this.order = order;
        this.told = told;
        book = new RuleBook(policy.rules(), space);
        try {
            cells = new Cells(policy, space, order, book, budget);
        } catch (Forest.Full full) {
            throw new DiagramTooLarge(List.of());
        }
        nowhere = policy.vocabulary().registers().stream()
                .map(each -> Mode.NOT_APPLICABLE)
                .toList();
    }

    /** Compiles a policy into a diagram, or throws {@link DiagramTooLarge}. */
    static Diagram compile(Policy policy, Space space, int budget) {
        Compiler compiler = new Compiler(policy, space, new Order(policy, space), new Told(budget), budget);
        return compiler.flatten(compiler.root(compiler.all()));
    }

    /** The places of the policy's own rules. */
    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, policy.rules().size());
        return all;
    }

    /** Adds a rule told as the one at a place; its own place is returned. */
    int add(Rule variant, int standsFor) {
        return book.add(variant, standsFor);
    }

    /** The finished diagram of some of the rules. */
    int root(BitSet rules) {
        return step(new Step(0, rules, true, -1, -1));
    }

    Diagram flatten(int root) {
        return Diagram.flatten(space, told.forest, root, order);
    }

    private int step(Step at) {
        Integer known = done.get(at);
        if (known != null) {
            return known;
        }
        int result;
        try {
            result = at.next == book.aspects() ? cell(at) : branch(at);
        } catch (Forest.Full full) {
            throw new DiagramTooLarge(
                    at.rules.stream().mapToObj(rule -> book.rule(rule).id()).toList());
        }
        done.put(at, result);
        return result;
    }

    private int branch(Step at) {
        Variable variable = book.variable(at.next);
        int[] values = new int[variable.size()];
        for (int value = 0; value < values.length; value++) {
            values[value] = step(next(at, variable, value, book.speaking(at.rules, at.next, value)));
        }
        return variable.kind().isChoice()
                ? withOpen(at.next, values, told.overChoices)
                : told.forest.node(at.next, values);
    }

    /** The next step; what no rule hangs on any more is forgotten, so that empty cells are one. */
    private Step next(Step at, Variable variable, int value, BitSet left) {
        if (left.isEmpty()) {
            return new Step(at.next + 1, left, true, -1, -1);
        }
        return switch (variable.kind()) {
            case LEVEL ->
                new Step(
                        at.next + 1,
                        left,
                        policy.vocabulary().levels().get(value).patientData(),
                        -1,
                        -1);
            case CATEGORY -> new Step(at.next + 1, left, at.patientData, value, -1);
            case ROUTE -> new Step(at.next + 1, left, at.patientData, at.category, value);
            default -> new Step(at.next + 1, left, true, -1, -1);
        };
    }

    private int cell(Step at) {
        return opened(cells.together(at.rules, modes(at)), at.category, at.route);
    }

    private List<Mode> modes(Step at) {
        if (at.route < 0 || !at.patientData) {
            return nowhere;
        }
        Route route = policy.vocabulary().routes().get(at.route);
        List<Mode> modes = new ArrayList<>();
        for (OptOutRegister register : policy.vocabulary().registers()) {
            modes.add(route.modes().getOrDefault(register.id(), Mode.NOT_APPLICABLE));
        }
        return modes;
    }

    /** A cell's diagram with its leaves told and an edge added for each thing that may be unknown. */
    private int opened(int cell, int category, int route) {
        Forest<Cell> forest = cells.forest();
        if (forest.isLeaf(cell)) {
            return told.forest.leaf(forest.value(cell).leaf(category, route));
        }
        Tagged key = new Tagged(cell, category, route);
        Integer known = opened.get(key);
        if (known != null) {
            return known;
        }
        int[] values = new int[forest.arity(cell)];
        for (int value = 0; value < values.length; value++) {
            values[value] = opened(forest.child(cell, value), category, route);
        }
        int position = forest.position(cell);
        int result = order.at(position).kind().isKnowledge()
                ? withOpen(position, values, told.overKnowledge)
                : told.forest.node(position, values);
        opened.put(key, result);
        return result;
    }

    /** A node with its edge for "left open" in front: what the operation makes of all the values' edges. */
    private int withOpen(int position, int[] values, Forest<Leaf>.Operation operation) {
        TreeSet<Integer> distinct = new TreeSet<>();
        int[] edges = new int[values.length + 1];
        for (int value = 0; value < values.length; value++) {
            edges[value + 1] = values[value];
            distinct.add(values[value]);
        }
        edges[0] = operation.applyAll(List.copyOf(distinct));
        return told.forest.node(position, edges);
    }
}
