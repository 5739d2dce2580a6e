package dev.remit.analyze.diff;

import dev.remit.analyze.diff.AssuranceChange.Section;
import dev.remit.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what the files of two bundles say beyond what policy and registers mean. */
public final class AssuranceDiff {
    /** What names a new or lost thing best, in this order. */
    private static final List<String> TELLING = List.of("title", "name", "says", "why");

    private AssuranceDiff() {}

    /**
     * Every change, section by section. Nothing is returned if and only if the two say the same.
     *
     * @param before what the older bundle says
     * @param after what the newer bundle says
     */
    public static List<AssuranceChange> between(List<Statement> before, List<Statement> after) {
        Map<StatementPlace, List<String>> was = placed(SuiteSummary.of(before, after));
        Map<StatementPlace, List<String>> is = placed(SuiteSummary.of(after, before));
        Set<StatementPlace> places = new LinkedHashSet<>(was.keySet());
        places.addAll(is.keySet());
        places.removeIf(place -> Objects.equals(was.get(place), is.get(place)));
        Map<List<String>, List<StatementPlace>> things = places.stream()
                .collect(Collectors.groupingBy(StatementPlace::thing, LinkedHashMap::new, Collectors.toList()));
        Set<List<String>> old = things(was);
        Set<List<String>> now = things(is);
        List<AssuranceChange> changes = new ArrayList<>();
        things.forEach((thing, parts) -> {
            boolean isWhole = parts.size() > 1 && !(old.contains(thing) && now.contains(thing));
            if (isWhole) {
                changes.add(whole(parts, was, is));
            } else {
                parts.forEach(each -> changes.add(new AssuranceChange(
                        each.section(), each.what(), each.name(), text(was, each), text(is, each))));
            }
        });
        List<AssuranceChange> ordered = new ArrayList<>();
        for (Section section : Section.values()) {
            changes.stream().filter(each -> each.section() == section).forEach(ordered::add);
        }
        return List.copyOf(ordered);
    }

    /** A thing of which nothing was said before, or nothing is said now. */
    private static AssuranceChange whole(
            List<StatementPlace> parts,
            Map<StatementPlace, List<String>> was,
            Map<StatementPlace, List<String>> is) {
        StatementPlace telling = TELLING.stream()
                .flatMap(part -> parts.stream().filter(each -> each.part().equals(part)))
                .findFirst()
                .orElseGet(() -> parts.stream()
                        .filter(each -> !each.part().equals("id"))
                        .findFirst()
                        .orElse(parts.get(0)));
        Section section = parts.stream()
                .map(StatementPlace::section)
                .min(Section::compareTo)
                .orElse(telling.section());
        return new AssuranceChange(section, telling.noun(), telling.name(), text(was, telling), text(is, telling));
    }

    private static Map<StatementPlace, List<String>> placed(List<Statement> statements) {
        Map<StatementPlace, List<String>> placed = new LinkedHashMap<>();
        for (Statement each : statements) {
            placed.computeIfAbsent(StatementPlace.of(each), none -> new ArrayList<>())
                    .add(each.text());
        }
        return placed;
    }

    private static Set<List<String>> things(Map<StatementPlace, List<String>> placed) {
        return placed.keySet().stream().map(StatementPlace::thing).collect(Collectors.toSet());
    }

    private static Optional<String> text(Map<StatementPlace, List<String>> placed, StatementPlace place) {
        return Optional.ofNullable(placed.get(place)).map(texts -> String.join("; ", texts));
    }
}
