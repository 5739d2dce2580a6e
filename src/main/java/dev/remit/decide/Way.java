package dev.remit.decide;

import dev.remit.model.Id;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Minimal ways to a permit that differ in the value of one variable only, written as one with a list of values.
 *
 * @param choice the category and route they lead to
 * @param values for each variable by place, the places of the values that will do
 */
record Way(Choice choice, SortedMap<Integer, SortedSet<Integer>> values) {

    /** A category and a route, where there are any. */
    record Choice(Optional<Id.Category> category, Optional<Id.Route> route) {
        static final Choice NONE = new Choice(Optional.empty(), Optional.empty());
    }

    static Way of(Choice choice, int[] literals) {
        SortedMap<Integer, SortedSet<Integer>> values = new TreeMap<>();
        for (int literal : literals) {
            values.put(Search.variable(literal), new TreeSet<>(List.of(Search.value(literal))));
        }
        return new Way(choice, values);
    }

    /** Ways in the same order, those that differ in one variable's values put together. */
    static List<Way> merged(List<Way> ways) {
        SortedSet<Integer> variables = new TreeSet<>();
        ways.forEach(way -> variables.addAll(way.values.keySet()));
        Collection<Way> merged = ways;
        for (int variable : variables) {
            Map<Way, Way> byRest = new LinkedHashMap<>();
            for (Way way : merged) {
                byRest.merge(way.without(variable), way, (one, other) -> one.with(variable, other));
            }
            merged = new ArrayList<>(byRest.values());
        }
        return List.copyOf(merged);
    }

    private Way without(int variable) {
        if (!values.containsKey(variable)) {
            return this;
        }
        SortedMap<Integer, SortedSet<Integer>> rest = new TreeMap<>(values);
        rest.put(variable, Collections.emptySortedSet());
        return new Way(choice, rest);
    }

    private Way with(int variable, Way other) {
        SortedMap<Integer, SortedSet<Integer>> both = new TreeMap<>(values);
        SortedSet<Integer> either = new TreeSet<>(values.getOrDefault(variable, Collections.emptySortedSet()));
        either.addAll(other.values.getOrDefault(variable, Collections.emptySortedSet()));
        both.put(variable, either);
        return new Way(choice, both);
    }

    /** What this way assumes, in words. */
    List<ValueRestriction> assumptions(Space space) {
        List<ValueRestriction> assumptions = new ArrayList<>();
        values.forEach((place, which) -> {
            Variable variable = space.variables().get(place);
            assumptions.add(new ValueRestriction(
                    variable, which.stream().map(variable.values()::get).toList()));
        });
        return assumptions;
    }
}
