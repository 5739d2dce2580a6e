package dev.remit.diagram;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Condition;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The orders of variables in which sets of questions may be worked with, the likeliest first. What comes of the work is
 * the same in each; what is too large in one may be small in another. Immutable.
 */
public final class Orders {
    private final Space space;
    private final List<ToIntFunction<Variable>> ranks;

    private Orders(Space space, List<ToIntFunction<Variable>> ranks) {
        this.space = space;
        this.ranks = List.copyOf(ranks);
    }

    /**
     * Orders for sets of questions of a compiled policy.
     *
     * @param about further conditions the sets are made from
     */
    public static Orders of(CompiledPolicy compiled, List<Condition> about) {
        List<Condition> all = new ArrayList<>(about);
        all.addAll(Order.conditions(compiled.policy()));
        Diagram like = compiled.diagram();
        return new Orders(compiled.space(), List.of(like::rankOf, Order.ofNeighbours(all, compiled.space())::position));
    }

    /** Orders for sets of questions of a policy that need not be compiled. */
    public static Orders of(Policy policy, Space space) {
        return new Orders(
                space,
                List.of(
                        new Order(policy, space)::position,
                        Order.ofNeighbours(Order.conditions(policy), space)::position));
    }

    /**
     * Orders for sets of questions that either of two policies can be asked.
     *
     * @param space what can be asked of either, in the words of the newer
     * @param renames what the words of the older are called there
     */
    public static Orders of(Space space, CompiledPolicy older, Renames renames, CompiledPolicy newer) {
        Map<String, Integer> olderRanks = new HashMap<>();
        older.space()
                .variables()
                .forEach(each ->
                        olderRanks.put(renames.name(each), older.diagram().rankOf(each)));
        List<Condition> both = new ArrayList<>(Order.conditions(newer.policy()));
        both.addAll(Order.conditions(older.policy()));
        return new Orders(
                space,
                List.of(
                        each -> Regions.rank(newer.diagram(), each),
                        each -> olderRanks.getOrDefault(each.name(), each.index()),
                        Order.ofNeighbours(both, space)::position));
    }

    /** Empty sets in the likeliest order. */
    public Regions first() {
        return new Regions(space, ranks.get(0));
    }

    /**
     * What comes of work with sets of questions, in the first order in which it fits.
     *
     * @param work begins anew with each empty store it is given
     * @throws TooLargeException if it fits in none
     */
    public <T> T fitting(Function<Regions, T> work) {
        return firstFitting(ranks, rank -> work.apply(new Regions(space, rank)));
    }

    /** What comes of work in the first of some ways in which it fits. */
    static <A, T> T firstFitting(List<A> ways, Function<A, T> work) {
        TooLargeException last = null;
        for (A way : ways) {
            try {
                return work.apply(way);
            } catch (TooLargeException full) {
                last = full;
            }
        }
        throw requireNonNull(last, "no way was given");
    }
}
