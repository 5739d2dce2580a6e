package dev.remit.diagram;

import dev.remit.model.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of things in the order in which conditions name them, so that what stands together in a part of a condition
 * comes together. Conditions of many inner parts come first: where parts are many, it matters most what stands together;
 * in one long list it matters nothing.
 */
final class Neighbours {
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private Neighbours(List<Condition> conditions) {
        List<Condition> distinct =
                new ArrayList<>(conditions.stream().distinct().toList());
        Map<Condition, Integer> parts = new LinkedHashMap<>();
        distinct.forEach(each -> parts.put(each, innerParts(each)));
        distinct.sort(Comparator.comparing((Condition each) -> -parts.getOrDefault(each, 0)));
        distinct.forEach(this::name);
    }

    /** The place of each name that conditions use, as in {@link dev.remit.model.Variable#name}. */
    static Map<String, Integer> of(List<Condition> conditions) {
        return new Neighbours(conditions).places;
    }

    private static int innerParts(Condition condition) {
        int inner = 0;
        for (Condition part : condition.parts()) {
            inner += (part instanceof Condition.All || part instanceof Condition.AnyOf ? 1 : 0) + innerParts(part);
        }
        return inner;
    }

    private void name(Condition condition) {
        condition.leaves().forEach(leaf -> places.putIfAbsent(leaf.about(), places.size()));
    }
}
