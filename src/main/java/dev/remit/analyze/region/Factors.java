package dev.remit.analyze.region;

import dev.remit.decide.ValueRestriction;
import dev.remit.diagram.Box;
import dev.remit.diagram.Regions;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Factors a set of questions into independent conditions: a question is in the set if and only if it meets all of them,
 * and no two constrain the same variable. The smallest factors are unique, so equal sets are described in the same way.
 */
final class Factors {
    /** The most variables tried as one factor; if more depend on one another, all that remain become one factor. */
    private static final int TOGETHER = 4;
    /** The most variables of which groups are tried. */
    private static final int TRIED = 16;

    private final Regions regions;
    private final List<Integer> factors = new ArrayList<>();
    private int left;

    private Factors(Regions regions, int set) {
        this.regions = regions;
        left = set;
    }

    /** The factors of a set that is not empty. */
    static List<Integer> of(Regions regions, int set) {
        Factors factors = new Factors(regions, set);
        factors.takeApart();
        return factors.factors;
    }

    private void takeApart() {
        int size = 1;
        while (left != regions.all()) {
            List<Variable> about = regions.about(left);
            boolean whole = size >= about.size() || size > TOGETHER || (size > 1 && about.size() > TRIED);
            if (whole) {
                factors.add(left);
                return;
            }
            if (!split(about, size, 0, new ArrayList<>())) {
                size++;
            }
        }
    }

    /** Splits off the first independent group of the given size. */
    private boolean split(List<Variable> about, int size, int from, List<Variable> group) {
        if (group.size() == size) {
            int others = left;
            for (Variable each : group) {
                others = regions.whatever(others, each);
            }
            int own = left;
            for (Variable each : about) {
                own = group.contains(each) ? own : regions.whatever(own, each);
            }
            if (regions.and(own, others) == left) {
                factors.add(own);
                left = others;
                return true;
            }
            return false;
        }
        for (int i = from; i < about.size(); i++) {
            group.add(about.get(i));
            if (split(about, size, i + 1, group)) {
                return true;
            }
            group.remove(group.size() - 1);
        }
        return false;
    }

    /** The ways in which a factor can be met, in order. */
    static List<List<ValueRestriction>> ways(Regions regions, int factor) {
        return regions.boxes(factor, regions.none()).stream()
                .map(Factors::assumptions)
                .sorted(Factors::compare)
                .toList();
    }

    /** Compares by the variables that are constrained, then by the values they are constrained to. */
    private static int compare(List<ValueRestriction> one, List<ValueRestriction> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int compared = Integer.compare(
                    one.get(i).about().index(), other.get(i).about().index());
            compared = compared != 0 ? compared : Integer.compare(place(one.get(i)), place(other.get(i)));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int place(ValueRestriction assumption) {
        return assumption.about().values().indexOf(assumption.values().get(0));
    }

    private static List<ValueRestriction> assumptions(Box box) {
        return box.bound().stream()
                .map(variable -> new ValueRestriction(variable, box.words(variable)))
                .toList();
    }
}
