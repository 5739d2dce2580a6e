package dev.remit.analyze.lint;

import dev.remit.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A part of a condition that could be left out, and the condition without it. Dropping the only part of a list, or the
 * part below a {@code not}, is the same as dropping the list or the {@code not}, so only the latter is listed.
 *
 * @param path which part: the place at each list on the way to it; empty for the whole condition
 * @param part the part
 * @param without the condition without it
 */
record ConditionPart(List<Integer> path, Condition part, Condition without) {
    ConditionPart {
        path = List.copyOf(path);
    }

    /** All parts of a condition, each after those that contain it. */
    static List<ConditionPart> of(Condition condition) {
        List<ConditionPart> parts = new ArrayList<>();
        if (!condition.equals(Condition.ALWAYS)) {
            parts.add(new ConditionPart(List.of(), condition, Condition.ALWAYS));
            below(condition, List.of(), whole -> whole, parts);
        }
        return parts;
    }

    /** Whether this lies in another part. */
    boolean liesIn(ConditionPart other) {
        return path.size() > other.path.size()
                && path.subList(0, other.path.size()).equals(other.path);
    }

    private static void below(
            Condition at, List<Integer> path, UnaryOperator<Condition> whole, List<ConditionPart> parts) {
        if (at instanceof Condition.All all) {
            items(all.parts(), path, left -> whole.apply(new Condition.All(left)), parts);
        } else if (at instanceof Condition.AnyOf any) {
            items(any.parts(), path, left -> whole.apply(new Condition.AnyOf(left)), parts);
        } else if (at instanceof Condition.Not not) {
            below(not.condition(), with(path, 0), inner -> whole.apply(new Condition.Not(inner)), parts);
        }
    }

    private static void items(
            List<Condition> items,
            List<Integer> path,
            Function<List<Condition>, Condition> whole,
            List<ConditionPart> parts) {
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            List<Integer> here = with(path, place);
            if (items.size() > 1) {
                List<Condition> left = new ArrayList<>(items);
                left.remove(place);
                parts.add(new ConditionPart(here, items.get(place), whole.apply(left)));
            }
            below(
                    items.get(place),
                    here,
                    changed -> {
                        List<Condition> all = new ArrayList<>(items);
                        all.set(place, changed);
                        return whole.apply(all);
                    },
                    parts);
        }
    }

    private static List<Integer> with(List<Integer> path, int place) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(place);
        return longer;
    }
}
