package dev.remit.decide;

import dev.remit.diagram.Literals;
import dev.remit.model.Id;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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
            values.put(Literals.variable(literal), new TreeSet<>(List.of(Literals.value(literal))));
        }
        return new Way(choice, values);
    }

    /** Ways of which those that differ in one variable's values are put together, until none can be. */
    static List<Way> merged(List<Way> ways) {
        List<Way> merged = ways;
        int before;
        do {
            before = merged.size();
            SortedSet<Integer> variables = new TreeSet<>();
            merged.forEach(way -> variables.addAll(way.values.keySet()));
            for (int variable : variables) {
                Map<Way, Way> byRest = new LinkedHashMap<>();
                for (Way way : merged) {
                    byRest.merge(way.without(variable), way, (one, other) -> one.with(variable, other));
                }
                merged = List.copyOf(byRest.values());
            }
        } while (merged.size() < before);
        return merged;
    }

    /** The order of those that name fewer variables first, then in the order of the vocabulary. */
    static Comparator<Way> smallestFirst(Space space) {
        return Comparator.<Way>comparingInt(way -> way.values.size())
                .thenComparingInt(way -> place(space.category(), way.choice.category()))
                .thenComparingInt(way -> place(space.route(), way.choice.route()))
                .thenComparing(way -> List.copyOf(way.values.keySet()), Way::inOrder)
                .thenComparing(
                        way -> way.values.values().stream()
                                .flatMap(Collection::stream)
                                .toList(),
                        Way::inOrder);
    }

    private static int place(Optional<Variable> variable, Optional<? extends Id> id) {
        return variable.flatMap(each -> id.map(word -> each.place(word.value())))
                .orElse(0);
    }

    private static int inOrder(List<Integer> one, List<Integer> other) {
        return Arrays.compare(
                one.stream().mapToInt(each -> each).toArray(),
                other.stream().mapToInt(each -> each).toArray());
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
