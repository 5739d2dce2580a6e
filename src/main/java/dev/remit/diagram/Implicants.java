package dev.remit.diagram;

import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the smallest things to know that put a question into a set: every inclusion-minimal assignment of single values to
 * variables such that all questions with these values are in the set, and some of them are in another set besides. Exact,
 * and smallest first: the number of values grows one by one.
 */
public final class Implicants {
    private final Regions regions;
    private final Forest<Boolean> sets;
    private final int most;
    private final Map<Search, Found> known = new HashMap<>();

    /** A search from two sets on, for assignments of so many values at most. */
    private record Search(int within, int some, int values) {}

    /**
     * What was found.
     *
     * @param assignments each a list of {@linkplain Literals literals}, ascending; smallest first
     * @param complete whether there are no others
     */
    public record Found(List<int[]> assignments, boolean complete) {}

    private Implicants(Regions regions, int most) {
        this.regions = regions;
        sets = regions.sets();
        this.most = most;
    }

    /**
     * Every minimal assignment, up to a number.
     *
     * @param within the set in which all questions with these values have to be
     * @param some the set in which some of them have to be
     * @param most the number of assignments at which to stop
     */
    public static Found of(Regions regions, int within, int some, int most) {
        Implicants implicants = new Implicants(regions, most);
        int all = regions.space().variables().size();
        for (int values = 0; ; values++) {
            Found found = implicants.found(new Search(within, some, values));
            if (found.complete || found.assignments.size() >= most || values > all) {
                return found;
            }
        }
    }

    private Found found(Search search) {
        if (search.some == regions.none() || search.within == regions.none()) {
            return new Found(List.of(), true);
        }
        if (search.within == regions.all()) {
            return new Found(List.of(new int[0]), true);
        }
        if (search.values == 0) {
            return new Found(List.of(), false);
        }
        Found done = known.get(search);
        if (done == null) {
            done = searched(search);
            known.put(search, done);
        }
        return done;
    }

    private Found searched(Search search) {
        int position = Math.min(sets.position(search.within), position(search.some));
        Variable variable = regions.at(position);
        int whatever = regions.all();
        int either = regions.none();
        for (int value = 0; value < variable.size(); value++) {
            whatever = regions.and(whatever, step(search.within, position, value));
            either = regions.or(either, step(search.some, position, value));
        }
        Found without = found(new Search(whatever, either, search.values));
        List<int[]> found = new ArrayList<>(without.assignments);
        boolean complete = without.complete;
        for (int value = 0; value < variable.size(); value++) {
            int within = step(search.within, position, value);
            if (within == whatever) {
                continue;
            }
            Found with = found(new Search(within, step(search.some, position, value), search.values - 1));
            complete &= with.complete;
            for (int[] each : with.assignments) {
                if (found.size() >= most) {
                    complete = false;
                    break;
                }
                if (without.assignments.stream().noneMatch(smaller -> Literals.isWithin(smaller, each))) {
                    found.add(Literals.with(each, Literals.literal(variable, value)));
                }
            }
        }
        found.sort(Literals.SMALLEST_FIRST);
        return new Found(found, complete);
    }

    private int position(int set) {
        return sets.isLeaf(set) ? Integer.MAX_VALUE : sets.position(set);
    }

    private int step(int set, int position, int value) {
        return position(set) == position ? sets.child(set, value) : set;
    }
}
