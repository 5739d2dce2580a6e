package dev.remit.diagram;

import dev.remit.model.Condition;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.RouteMode;
import dev.remit.model.Space;
import dev.remit.model.Stance;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds, for the kinds of rules and constraints that come together in one cell, the diagram of what applies over
 * knowledge and wishes. Rules are named by their place among the rules of the cell. These diagrams have no edges for open
 * values yet.
 */
final class Cells {
    private final Vocabulary vocabulary;
    private final Space space;
    private final Order order;
    private final RuleClasses kinds;
    private final Forest<Boolean> conditions;
    private final Forest<Cell> cells;
    private final Forest<Boolean>.Operation and;
    private final Forest<Boolean>.Operation or;
    private final Forest<Cell>.Operation join;
    private final Forest<Cell>.Operation gate;
    private final Map<Condition, Integer> known = new HashMap<>();
    private final Map<Part, Integer> parts = new HashMap<>();
    private final Map<Join, Integer> joins = new HashMap<>();
    private final int nothing;
    private final int everything;

    /** A kind at a place of a cell, over a route with certain modes. */
    private record Part(int kind, int place, List<RouteMode> modes) {}

    /** Kinds together, over a route with certain modes. */
    private record Join(List<Integer> kinds, List<RouteMode> modes) {}

    Cells(Vocabulary vocabulary, Space space, Order order, RuleClasses kinds, int budget) {
        this.vocabulary = vocabulary;
        this.space = space;
        this.order = order;
        this.kinds = kinds;
        conditions = new Forest<>(budget);
        cells = new Forest<>(budget);
        and = conditions.lift(Boolean::logicalAnd);
        or = conditions.lift(Boolean::logicalOr);
        join = cells.lift(Cell::and);
        gate = cells.lift(Cell::gate);
        nothing = cells.leaf(Cell.NOTHING);
        everything = cells.leaf(Cell.permitted(0, List.of()));
    }

    /** How much of the budget is used. */
    int used() {
        return Math.max(conditions.used(), cells.used());
    }

    Forest<Cell> forest() {
        return cells;
    }

    /**
     * What applies when some kinds do, over a route with a mode for each register.
     *
     * @param together kinds by number; those of rules take the places from 0 in this order
     */
    int together(List<Integer> together, List<RouteMode> modes) {
        Join key = new Join(together, modes);
        Integer done = joins.get(key);
        if (done == null) {
            List<Integer> all = new ArrayList<>(List.of(nothing));
            int place = 0;
            for (int number : together) {
                all.add(part(number, place, modes));
                place += kinds.kind(number).isOfRule() ? 1 : 0;
            }
            done = join.applyAll(all);
            joins.put(key, done);
        }
        return done;
    }

    private int part(int number, int place, List<RouteMode> modes) {
        Part key = new Part(number, place, modes);
        Integer done = parts.get(key);
        if (done == null) {
            RuleClasses.Kind kind = kinds.kind(number);
            if (kind instanceof RuleClasses.Violates violates) {
                done = painted(kind.when(), Cell.violated(violates.constraint()));
            } else if (kind instanceof RuleClasses.Impossible) {
                done = painted(kind.when(), Cell.NO_STATE);
            } else if (kind instanceof RuleClasses.Permits permits) {
                done = gate.apply(
                        painted(kind.when(), Cell.permitted(place, List.of())),
                        population(permits, place, modes, List.of()));
            } else {
                done = painted(kind.when(), Cell.forbidden(place));
            }
            parts.put(key, done);
        }
        return done;
    }

    private int painted(Condition when, Cell holds) {
        return paint(condition(when), cells.leaf(holds), new HashMap<>());
    }

    /** The diagram of a permit's population over wishes and permissions, given the treatments of the registers before. */
    private int population(RuleClasses.Permits permits, int place, List<RouteMode> modes, List<Treatment> known) {
        if (known.size() == modes.size()) {
            return cells.leaf(Cell.permitted(place, known));
        }
        RouteMode mode = modes.get(known.size());
        if (!mode.mode().hasBearing()) {
            return population(permits, place, modes, with(known, Treatment.NOT_APPLICABLE));
        }
        OptOutRegister register = vocabulary.registers().get(known.size());
        Stance stance = Stance.on(register.id(), mode.mode(), permits.stances());
        int[] wishes = new int[OptOutRequest.values().length];
        for (OptOutRequest wish : OptOutRequest.values()) {
            int[] permissions = new int[2];
            for (int held = 0; held < 2; held++) {
                int[] outputs = new int[2];
                for (int mayHold = 0; mayHold < 2; mayHold++) {
                    Optional<Treatment> treatment = Treatment.of(mode.mode(), stance, wish, held == 1, mayHold == 1);
                    outputs[mayHold] = treatment
                            .map(each -> population(permits, place, modes, with(known, each)))
                            .orElse(nothing);
                }
                permissions[held] = either(mode.mayHold(), outputs[1], outputs[0]);
            }
            wishes[wish.ordinal()] = either(new Condition.Permitted(register.id()), permissions[1], permissions[0]);
        }
        return chosen(space.wish(register.id()), wishes);
    }

    /** What one diagram says where a condition holds, and what another says where it does not. */
    private int either(Condition condition, int holds, int otherwise) {
        if (holds == otherwise) {
            return holds;
        }
        int where = paint(condition(condition), everything, new HashMap<>());
        int elsewhere = paint(negated(condition(condition)), everything, new HashMap<>());
        return join.apply(gate.apply(where, holds), gate.apply(elsewhere, otherwise));
    }

    /** A cell for each value of a variable. */
    private int chosen(Variable variable, int[] values) {
        int chosen = nothing;
        for (int value = 0; value < values.length; value++) {
            int where = paint(among(variable, List.of(variable.values().get(value))), everything, new HashMap<>());
            chosen = join.apply(chosen, gate.apply(where, values[value]));
        }
        return chosen;
    }

    private static List<Treatment> with(List<Treatment> known, Treatment next) {
        List<Treatment> longer = new ArrayList<>(known);
        longer.add(next);
        return longer;
    }

    private int condition(Condition condition) {
        Integer done = known.get(condition);
        if (done == null) {
            done = build(condition);
            known.put(condition, done);
        }
        return done;
    }

    private int build(Condition condition) {
        if (condition instanceof Condition.Leaf leaf) {
            return among(space.find(leaf.about()).orElseThrow(), leaf.holdsWith());
        }
        if (condition instanceof Condition.Not not) {
            return negated(condition(not.condition()));
        }
        if (condition instanceof Condition.All all) {
            List<Integer> built = new ArrayList<>(List.of(conditions.leaf(true)));
            all.parts().forEach(part -> built.add(condition(part)));
            return and.applyAll(built);
        }
        List<Integer> built = new ArrayList<>(List.of(conditions.leaf(false)));
        ((Condition.AnyOf) condition).parts().forEach(part -> built.add(condition(part)));
        return or.applyAll(built);
    }

    private int among(Variable variable, Collection<String> values) {
        int[] children = new int[variable.size()];
        Arrays.fill(children, conditions.leaf(false));
        for (String value : values) {
            children[variable.ordinal(value).orElseThrow()] = conditions.leaf(true);
        }
        return conditions.node(order.position(variable), children);
    }

    private int negated(int condition) {
        return conditions.lift((one, other) -> !one).apply(condition, condition);
    }

    /** A condition's diagram with one cell where it holds and nothing where it does not. */
    private int paint(int condition, int holds, Map<Integer, Integer> done) {
        if (conditions.isLeaf(condition)) {
            return conditions.value(condition) ? holds : nothing;
        }
        Integer painted = done.get(condition);
        if (painted == null) {
            int[] children = new int[conditions.arity(condition)];
            for (int edge = 0; edge < children.length; edge++) {
                children[edge] = paint(conditions.child(condition, edge), holds, done);
            }
            painted = cells.node(conditions.position(condition), children);
            done.put(condition, painted);
        }
        return painted;
    }
}
