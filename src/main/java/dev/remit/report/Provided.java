package dev.remit.report;

import dev.remit.analyze.AssignmentSet;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Renders the conditions of a set of assignments as bullets. */
final class Provided {
    private static final String UNSTATED = OptOutRequest.UNSTATED.word();
    private static final String INCLUDE = OptOutRequest.INCLUDE.word();
    private static final String EXCLUDE = OptOutRequest.EXCLUDE.word();

    private final Glossary titles;

    Provided(Glossary titles) {
        this.titles = titles;
    }

    /** A bullet for each condition; none if there is none. */
    List<Item> of(AssignmentSet where) {
        List<Item> items = new ArrayList<>();
        where.so().stream().filter(Provided::isCondition).forEach(each -> items.add(Item.of(claim(each))));
        where.eithers().forEach(each -> items.add(either(each)));
        return items;
    }

    private static boolean isCondition(ValueRestriction assumption) {
        return !assumption.about().kind().isDimension();
    }

    private Item either(AssignmentSet.Either either) {
        List<String> words = permitted(either);
        return words.size() == 1
                ? Item.of(words.get(0))
                : Item.of(
                        "One of these:",
                        either.ways().stream().map(this::way).map(Item::of).toList());
    }

    private String way(List<ValueRestriction> way) {
        List<String> claims = new ArrayList<>();
        way.forEach(each -> claims.add(claims.isEmpty() ? claim(each) : Glossary.lower(claim(each))));
        return String.join(", and ", claims);
    }

    String claim(ValueRestriction assumption) {
        Variable about = assumption.about();
        String title = titles.title(about);
        List<String> values = assumption.values();
        boolean isTrue = values.equals(List.of("true"));
        return switch (about.kind()) {
            case FACT ->
                about.isBoolean()
                        ? titles.membership(about, isTrue).orElse(isTrue ? title : "Not so: " + Glossary.lower(title))
                        : title + ": " + titles.either(about, values, "anything");
            case PERMISSION ->
                "The project " + (isTrue ? "holds" : "does not hold") + " the permission for " + quoted(title);
            case EVER ->
                "The project " + (isTrue ? "holds or has held" : "has never held") + " the permission for "
                        + quoted(title);
            case WISH -> wish(title, Set.copyOf(values));
            case ATTRIBUTE ->
                titles.membership(about, isTrue)
                        .orElseGet(() -> title + ": "
                                + (about.isBoolean()
                                        ? (isTrue ? "yes" : "no")
                                        : titles.either(about, values, "anything")));
            case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE -> title + ": " + titles.either(about, values, "any");
        };
    }

    private static String quoted(String title) {
        return "“" + title + "”";
    }

    private static String wish(String title, Set<String> wishes) {
        String patients = "patients with " + quoted(title);
        if (wishes.equals(Set.of(UNSTATED, EXCLUDE))) {
            return "Data that includes " + patients + " is not asked for";
        }
        if (wishes.equals(Set.of(UNSTATED, INCLUDE))) {
            return "It is not asked that " + patients + " be left out";
        }
        if (wishes.equals(Set.of(INCLUDE, EXCLUDE))) {
            return "It is said whether " + patients + " are to be in or out";
        }
        if (wishes.equals(Set.of(INCLUDE))) {
            return "Data that includes " + patients + " is asked for";
        }
        return wishes.equals(Set.of(EXCLUDE))
                ? "It is asked that " + patients + " be left out"
                : "Nothing is said about " + patients;
    }

    /** A single sentence if the ways state for which requests a project needs a permission; else nothing. */
    private List<String> permitted(AssignmentSet.Either either) {
        Map<Boolean, Set<String>> wishes = new HashMap<>(Map.of(false, new HashSet<>(), true, new HashSet<>()));
        Set<String> about = new HashSet<>();
        String title = "";
        for (List<ValueRestriction> way : either.ways()) {
            Set<Boolean> held = new HashSet<>(Set.of(false, true));
            Set<String> asked = new HashSet<>(Set.of(UNSTATED, INCLUDE, EXCLUDE));
            for (ValueRestriction each : way) {
                boolean isWish = each.about().kind() == Variable.Kind.WISH;
                if (!isWish && each.about().kind() != Variable.Kind.PERMISSION) {
                    return List.of();
                }
                title = titles.title(each.about());
                about.add(Glossary.register(each.about()).value());
                if (isWish) {
                    asked.retainAll(each.values());
                } else {
                    held.retainAll(each.values().stream().map(Boolean::valueOf).toList());
                }
            }
            held.forEach(each ->
                    wishes.computeIfAbsent(each, none -> new HashSet<>()).addAll(asked));
        }
        if (about.size() != 1) {
            return List.of();
        }
        String patients = "patients with " + quoted(title);
        Set<String> without = wishes.getOrDefault(false, Set.of());
        Set<String> with = wishes.getOrDefault(true, Set.of());
        if (without.equals(Set.of(UNSTATED, EXCLUDE)) && with.equals(Set.of(UNSTATED, INCLUDE, EXCLUDE))) {
            return List.of(
                    "Data that includes " + patients + " is not asked for, unless the project holds the permission");
        }
        if (without.equals(Set.of(UNSTATED, EXCLUDE)) && with.equals(Set.of(UNSTATED, INCLUDE))) {
            return List.of(
                    "If it is said whether " + patients + " are in or out, it is as the project's permission has it");
        }
        if (without.equals(Set.of(UNSTATED)) && with.equals(Set.of(UNSTATED, INCLUDE))) {
            return List.of("Nothing is said about " + patients
                    + ", or data that includes them is asked for and the project holds the permission");
        }
        if (without.equals(Set.of(UNSTATED, EXCLUDE)) && with.equals(Set.of(UNSTATED))) {
            return List.of("Nothing is said about " + patients
                    + ", or they are to be left out and the project does not hold the permission");
        }
        if (without.equals(Set.of(EXCLUDE)) && with.equals(Set.of(INCLUDE))) {
            return List.of("It is said whether " + patients + " are in or out, as the project's permission has it");
        }
        return List.of();
    }
}
