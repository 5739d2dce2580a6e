package dev.remit.report;

import dev.remit.analyze.Region;
import dev.remit.decide.ValueRestriction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Regions told together because they differ in one condition each: what all of them are bound by, and the conditions any
 * one of which has to hold besides. Together they mean what the regions mean.
 *
 * @param bound what all are bound by, in the order of the space
 * @param oneOf any one of these besides; empty if it was one region
 */
public record Told(List<ValueRestriction> bound, List<ValueRestriction> oneOf) {
    public Told {
        bound = List.copyOf(bound);
        oneOf = List.copyOf(oneOf);
    }

    /** As few as tell the regions, in their order; the most that go together are put together first. */
    public static List<Told> of(List<Region> regions) {
        List<Told> told = new ArrayList<>();
        regions.forEach(region -> told.add(new Told(region.so(), List.of())));
        for (List<Integer> group = largest(told); group.size() > 1; group = largest(told)) {
            told.set(group.get(0), together(group.stream().map(told::get).toList()));
            for (int i = group.size() - 1; i > 0; i--) {
                told.remove((int) group.get(i));
            }
        }
        return List.copyOf(told);
    }

    /** The places of the most regions that have all but one condition in common. */
    private static List<Integer> largest(List<Told> told) {
        Map<List<ValueRestriction>, List<Integer>> byRest = new LinkedHashMap<>();
        for (int i = 0; i < told.size(); i++) {
            List<ValueRestriction> all = told.get(i).bound;
            for (ValueRestriction each : told.get(i).oneOf.isEmpty() ? all : List.<ValueRestriction>of()) {
                if (each.about().kind().isKnowledge()) {
                    byRest.computeIfAbsent(without(all, each), none -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        List<Integer> largest = List.of();
        for (List<Integer> group : byRest.values()) {
            largest = group.size() > largest.size() ? group : largest;
        }
        return largest;
    }

    private static Told together(List<Told> group) {
        List<ValueRestriction> common = new ArrayList<>(group.get(0).bound);
        group.forEach(each -> common.retainAll(each.bound));
        List<ValueRestriction> oneOf = new ArrayList<>();
        for (Told each : group) {
            each.bound.stream().filter(one -> !common.contains(one)).forEach(oneOf::add);
        }
        oneOf.sort(Comparator.comparingInt(each -> each.about().index()));
        return new Told(common, oneOf);
    }

    private static List<ValueRestriction> without(List<ValueRestriction> all, ValueRestriction one) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }
}
