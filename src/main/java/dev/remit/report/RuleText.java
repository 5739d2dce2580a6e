package dev.remit.report;

import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A rule as a sentence, with its conditions, duties and sources below it. */
final class RuleText {
    private final Glossary words;
    private final OptOutWords optOuts;

    RuleText(Glossary words) {
        this.words = words;
        this.optOuts = new OptOutWords(words);
    }

    /**
     * Writes a rule under a heading of its id.
     *
     * @param depth how deep the heading lies
     * @param within the work category under which it stands, or nothing where the rule has to say its purposes
     */
    void write(Markdown page, Rule rule, int depth, Set<Id.Category> within) {
        page.heading(depth, rule.id().value());
        page.paragraph(rule.title().isBlank() ? "" : "*" + Markdown.plain(rule.title()) + ".*");
        page.paragraph(sentence(rule));
        List<String> lines = new ArrayList<>();
        if (!rule.routes().isEmpty()) {
            lines.add("- Way in: " + routes(rule));
        }
        if (!rule.categories().equals(within) && !rule.categories().isEmpty()) {
            lines.add("- Purpose: "
                    + (isEvery(rule.categories(), words.vocabulary().categories())
                            ? "any"
                            : words.either(rule.categories())));
        }
        when(rule, lines);
        duties(rule, lines);
        if (rule.effect() == Effect.PERMIT && holdsPatientData(rule)) {
            optOuts.of(rule).forEach(line -> lines.add("- " + line));
        }
        if (!rule.because().isBlank()) {
            lines.add("- Because: " + Markdown.plain(rule.because()));
        }
        if (!rule.cites().isEmpty()) {
            lines.add("- Stands on: " + Markdown.codes(rule.cites()));
        }
        lines.forEach(page::line);
        page.blank();
    }

    private String sentence(Rule rule) {
        String doing = Glossary.joined(
                words.declared(rule.activities()).stream()
                        .map(each -> "**" + words.within(each) + "**")
                        .toList(),
                "or");
        String done = isEvery(rule.activities(), words.vocabulary().activities()) ? "**do anything**" : doing;
        boolean everybody = isEvery(rule.roles(), words.vocabulary().roles());
        boolean permits = rule.effect() == Effect.PERMIT;
        String who = everybody ? (permits ? "everybody" : "nobody") : Glossary.indefinite(words.either(rule.roles()));
        String may = permits || everybody ? " may " : " must not ";
        return Glossary.upper(who) + may + done + ", on " + levels(rule) + ".";
    }

    private String levels(Rule rule) {
        if (isEvery(rule.levels(), words.vocabulary().levels())) {
            return "any level";
        }
        List<String> levels = words.declared(rule.levels()).stream()
                .map(each -> each + " (" + words.within(each) + ")")
                .toList();
        return (levels.size() == 1 ? "level " : "levels ") + Glossary.joined(levels, "or");
    }

    private String routes(Rule rule) {
        return isEvery(rule.routes(), words.vocabulary().routes()) ? "any" : words.either(rule.routes());
    }

    private void when(Rule rule, List<String> lines) {
        List<String> conditions = ConditionList.of(rule.when(), words);
        long outer = conditions.stream().filter(line -> line.startsWith("-")).count();
        if (outer > 0) {
            String only = rule.effect() == Effect.PERMIT ? "Only if " : "If ";
            lines.add("- " + only + (outer == 1 ? "this holds:" : "all of these hold:"));
            conditions.forEach(line -> lines.add("  " + line));
        }
    }

    /** Its own duties and those that come with its purposes and ways in; those of some of them with the name of these. */
    private void duties(Rule rule, List<String> lines) {
        Map<Id.Obligation, Set<Id>> from = new TreeMap<>();
        words.vocabulary().categories().stream()
                .filter(each -> rule.categories().contains(each.id()))
                .forEach(each -> each.obligations().forEach(duty -> note(from, duty, each.id())));
        words.vocabulary().routes().stream()
                .filter(each -> rule.routes().contains(each.id()))
                .forEach(each -> each.obligations().forEach(duty -> note(from, duty, each.id())));
        rule.obligations().forEach(duty -> note(from, duty, rule.id()));
        if (rule.effect() == Effect.PERMIT && !from.isEmpty()) {
            lines.add("- Duties:");
            from.forEach((duty, places) -> lines.add("  - " + words.title(duty) + " (" + Markdown.code(duty) + ")"
                    + (isAlways(places, rule) ? "" : ", if by way of " + words.either(places))));
        }
    }

    private static void note(Map<Id.Obligation, Set<Id>> from, Id.Obligation duty, Id place) {
        from.computeIfAbsent(duty, none -> new LinkedHashSet<>()).add(place);
    }

    private static boolean isAlways(Set<Id> places, Rule rule) {
        return places.contains(rule.id())
                || (!rule.routes().isEmpty() && places.containsAll(rule.routes()))
                || (!rule.categories().isEmpty() && places.containsAll(rule.categories()));
    }

    private boolean holdsPatientData(Rule rule) {
        return words.vocabulary().levels().stream()
                .anyMatch(level -> level.patientData() && rule.levels().contains(level.id()));
    }

    private static boolean isEvery(Collection<?> some, Collection<?> all) {
        return some.size() == all.size();
    }
}
