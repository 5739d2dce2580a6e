package dev.remit.report.people;

import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.analyze.people.ProjectSet;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Space;
import dev.remit.model.Vocabulary;
import dev.remit.report.Glossary;
import dev.remit.report.words.RegionWords;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words what is permitted to people: activities and levels, projects, conditions. */
public final class AccessWords {
    /** How many projects are named before the rest is counted. */
    private static final int NAMED = 12;

    private final RegionWords words;
    private final Space space;

    private AccessWords(RegionWords words, Space space) {
        this.words = words;
        this.space = space;
    }

    /** Words with ids or titles, as the given words have them. */
    public static AccessWords of(RegionWords words, Vocabulary vocabulary) {
        return new AccessWords(words, Space.of(vocabulary));
    }

    /**
     * Activities and levels that are permitted on the same conditions.
     *
     * @param what the activities and levels, in words
     * @param when the conditions, any one of which will do
     */
    record Line(String what, List<String> when) {}

    String role(Id.Role role) {
        return words.value(space.role(), role.value());
    }

    String activity(Permitted permitted) {
        return words.value(space.activity(), permitted.activity().value());
    }

    String level(Permitted permitted) {
        return words.value(space.level(), permitted.level().value());
    }

    /** The conditions, any one of which will do. */
    List<String> when(Permitted permitted) {
        return words.ways(permitted.ways());
    }

    /** What is permitted, the same conditions named once. */
    List<Line> lines(List<Permitted> permitted) {
        Map<List<String>, Map<String, List<String>>> byCondition = new LinkedHashMap<>();
        for (Permitted each : permitted) {
            byCondition
                    .computeIfAbsent(when(each), none -> new LinkedHashMap<>())
                    .computeIfAbsent(activity(each), none -> new ArrayList<>())
                    .add(level(each));
        }
        List<Line> lines = new ArrayList<>();
        byCondition.forEach((when, activities) -> lines.add(new Line(joined(activities), when)));
        return lines;
    }

    /** What is permitted, on whatever conditions. */
    String whatever(List<Permitted> permitted) {
        Map<String, List<String>> activities = new LinkedHashMap<>();
        permitted.forEach(each -> activities
                .computeIfAbsent(activity(each), none -> new ArrayList<>())
                .add(level(each)));
        return joined(activities);
    }

    private String joined(Map<String, List<String>> activities) {
        List<String> what = new ArrayList<>();
        activities.forEach((activity, levels) -> what.add(activity + onLevels(levels)));
        return String.join("; ", what);
    }

    /** An activity and its level. */
    String what(Permitted permitted) {
        return activity(permitted) + onLevels(List.of(level(permitted)));
    }

    private String onLevels(List<String> levels) {
        return space.level().size() == 1 ? "" : ", level " + Glossary.joined(levels, "and");
    }

    /** For which projects something is so. */
    static String where(ProjectSet projects) {
        List<String> parts = new ArrayList<>();
        if (projects.none()) {
            parts.add("without a project");
        }
        ids(projects).ifPresent(ids -> parts.add((projects.count() == 1 ? "for project " : "for projects ") + ids));
        return Glossary.joined(parts, "and");
    }

    /** The projects, counted behind the first few; empty if there are none. */
    static Optional<String> ids(ProjectSet projects) {
        int count = projects.count();
        if (count == 0) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>(
                projects.first(NAMED).stream().map(Id.Project::value).toList());
        if (count > NAMED) {
            ids.add(Glossary.number(BigInteger.valueOf(count - NAMED)) + " more");
        }
        return Optional.of(Glossary.joined(ids, "and"));
    }

    /** Some days within others. */
    static String days(Period days, Period within) {
        boolean fromBegin = days.first().equals(within.first());
        boolean toEnd = days.last().equals(within.last());
        if (fromBegin && toEnd) {
            return "on all of these days";
        }
        if (days.first().equals(days.last())) {
            return "on " + days.first();
        }
        return fromBegin
                ? "until " + days.last()
                : toEnd ? "from " + days.first() : "from " + days.first() + " until " + days.last();
    }
}
