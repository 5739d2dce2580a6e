package dev.remit.report;

import dev.remit.analyze.Region;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Regions that are described together because they differ in one condition each: the conditions they share, and the
 * conditions of which any one must hold besides. Together they mean the same as the regions.
 *
 * @param bound the conditions all share, in the order of the space
 * @param oneOf the conditions of which any one must hold; empty for a single region
 */
public record RegionGroup(List<ValueRestriction> bound, List<ValueRestriction> oneOf) {
    public RegionGroup {
        bound = List.copyOf(bound);
        oneOf = List.copyOf(oneOf);
    }

    /** Groups regions into few groups, in their order; the largest groups are formed first. */
    public static List<RegionGroup> of(List<Region> regions) {
        return ofAny(regions.stream().map(Region::so).toList());
    }

    /** The same for what regions are bound by. */
    public static List<RegionGroup> ofAny(List<List<ValueRestriction>> any) {
        List<RegionGroup> groups = new ArrayList<>();
        byChoice(any).forEach(so -> groups.add(new RegionGroup(so, List.of())));
        for (List<Integer> group = largest(groups); group.size() > 1; group = largest(groups)) {
            groups.set(group.get(0), together(group.stream().map(groups::get).toList()));
            for (int i = group.size() - 1; i > 0; i--) {
                groups.remove((int) group.get(i));
            }
        }
        return List.copyOf(groups);
    }

    /** What the regions are bound by, those that differ in one choice alone put together. */
    private static List<List<ValueRestriction>> byChoice(List<List<ValueRestriction>> any) {
        List<List<ValueRestriction>> merged = any;
        int before;
        do {
            before = merged.size();
            for (Variable.Kind kind : List.of(Variable.Kind.CATEGORY, Variable.Kind.ROUTE)) {
                Map<List<ValueRestriction>, List<ValueRestriction>> byRest = new LinkedHashMap<>();
                for (List<ValueRestriction> so : merged) {
                    byRest.merge(
                            so.stream()
                                    .filter(each -> each.about().kind() != kind)
                                    .toList(),
                            so,
                            (one, other) -> either(one, other, kind));
                }
                merged = List.copyOf(byRest.values());
            }
        } while (merged.size() < before);
        return merged;
    }

    /** Two lists that differ in one choice alone, as one; without the choice if one of them leaves it open. */
    private static List<ValueRestriction> either(
            List<ValueRestriction> one, List<ValueRestriction> other, Variable.Kind kind) {
        List<ValueRestriction> either = new ArrayList<>();
        for (ValueRestriction each : one) {
            if (each.about().kind() != kind) {
                either.add(each);
                continue;
            }
            for (ValueRestriction that : other) {
                if (that.about().equals(each.about())) {
                    List<String> values = each.about().values().stream()
                            .filter(value -> each.values().contains(value)
                                    || that.values().contains(value))
                            .toList();
                    if (values.size() < each.about().size()) {
                        either.add(new ValueRestriction(each.about(), values));
                    }
                }
            }
        }
        return either;
    }

    /** The places of the most regions that have all but one condition in common. */
    private static List<Integer> largest(List<RegionGroup> groups) {
        Map<List<ValueRestriction>, List<Integer>> byRest = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            List<ValueRestriction> all = groups.get(i).bound;
            for (ValueRestriction each : groups.get(i).oneOf.isEmpty() ? all : List.<ValueRestriction>of()) {
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

    private static RegionGroup together(List<RegionGroup> group) {
        List<ValueRestriction> common = new ArrayList<>(group.get(0).bound);
        group.forEach(each -> common.retainAll(each.bound));
        List<ValueRestriction> oneOf = new ArrayList<>();
        for (RegionGroup each : group) {
            each.bound.stream().filter(one -> !common.contains(one)).forEach(oneOf::add);
        }
        oneOf.sort(Comparator.comparingInt(each -> each.about().index()));
        return new RegionGroup(common, oneOf);
    }

    private static List<ValueRestriction> without(List<ValueRestriction> all, ValueRestriction one) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }
}
