package dev.remit.report;

import dev.remit.model.Id;
import dev.remit.model.Rule;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.MarkdownText;
import dev.remit.writing.Prose;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes a rule as a sentence, with its conditions, duties and sources below it. */
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
     * @param depth the depth of the heading
     * @param within the work category that it is listed under, or nothing if the rule must name its purposes
     */
    void write(MarkdownPage page, Rule rule, int depth, Set<Id.Category> within) {
        page.heading(depth, rule.id());
        if (!rule.title().isBlank()) {
            page.paragraph("*{}*", Prose.ended(rule.title()));
        }
        page.paragraph(sentence(rule));
        if (!rule.reach().routes().isEmpty()) {
            page.line("- Way in: {}", routes(rule));
        }
        if (!rule.reach().categories().equals(within)
                && !rule.reach().categories().isEmpty()) {
            page.line(
                    "- Purpose: {}",
                    isEvery(rule.reach().categories(), words.vocabulary().categories())
                            ? "any"
                            : words.either(rule.reach().categories()));
        }
        when(rule, page);
        duties(rule, page);
        if (rule.isPermit() && words.vocabulary().holdsPatientData(rule.reach())) {
            optOuts.of(rule).forEach(line -> page.line("- {}", line));
        }
        if (!rule.because().isBlank()) {
            page.line("- Because: {}", rule.because());
        }
        if (!rule.cites().isEmpty()) {
            page.line("- Stands on: {}", MarkdownText.codes(rule.cites()));
        }
        page.blank();
    }

    private MarkdownText sentence(Rule rule) {
        boolean isAnything =
                isEvery(rule.reach().activities(), words.vocabulary().activities());
        List<MarkdownText> activities = words.declared(rule.reach().activities()).stream()
                .map(each -> MarkdownText.of("**{}**", words.within(each)))
                .toList();
        boolean everybody = isEvery(rule.reach().roles(), words.vocabulary().roles());
        boolean permits = rule.isPermit();
        String who = everybody
                ? (permits ? "everybody" : "nobody")
                : Glossary.indefinite(words.either(rule.reach().roles()));
        return MarkdownText.of(
                "{} {} {}{}.",
                Glossary.upper(who),
                permits || everybody ? "may" : "must not",
                isAnything ? MarkdownText.of("**do anything**") : MarkdownText.either(activities),
                levels(rule));
    }

    /** Where it is, unless there is one level only. */
    private String levels(Rule rule) {
        return words.vocabulary().levels().size() == 1 ? "" : ", on " + several(rule);
    }

    private String several(Rule rule) {
        if (isEvery(rule.reach().levels(), words.vocabulary().levels())) {
            return "any level";
        }
        List<String> levels = words.declared(rule.reach().levels()).stream()
                .map(each -> each + " (" + words.within(each) + ")")
                .toList();
        return (levels.size() == 1 ? "level " : "levels ") + Glossary.joined(levels, "or");
    }

    private String routes(Rule rule) {
        return isEvery(rule.reach().routes(), words.vocabulary().routes())
                ? "any"
                : words.either(rule.reach().routes());
    }

    private void when(Rule rule, MarkdownPage page) {
        List<ConditionList.Line> conditions = ConditionList.of(rule.when(), words);
        long outer = conditions.stream().filter(line -> line.depth() == 0).count();
        if (outer > 0) {
            page.line("- {} {}", rule.isPermit() ? "Only if" : "If", outer == 1 ? "this holds:" : "all of these hold:");
            conditions.forEach(line -> line.write(page, 1));
        }
    }

    /** Writes its own duties and those of its purposes and routes; duties of only some of these with their names. */
    private void duties(Rule rule, MarkdownPage page) {
        Map<Id.Obligation, Set<Id>> from = new TreeMap<>();
        words.vocabulary().categories().stream()
                .filter(each -> rule.reach().categories().contains(each.id()))
                .forEach(each -> each.obligations().forEach(duty -> note(from, duty, each.id())));
        words.vocabulary().routes().stream()
                .filter(each -> rule.reach().routes().contains(each.id()))
                .forEach(each -> each.obligations().forEach(duty -> note(from, duty, each.id())));
        rule.obligations().forEach(duty -> note(from, duty, rule.id()));
        if (rule.isPermit() && !from.isEmpty()) {
            page.line("- Duties:");
            from.forEach((duty, places) -> page.bullet(
                    1,
                    MarkdownText.of(
                            "{} ({}){}",
                            words.title(duty),
                            MarkdownText.code(duty),
                            isAlways(places, rule)
                                    ? MarkdownText.NONE
                                    : MarkdownText.of(", if by way of {}", words.either(places)))));
        }
    }

    private static void note(Map<Id.Obligation, Set<Id>> from, Id.Obligation duty, Id place) {
        from.computeIfAbsent(duty, none -> new LinkedHashSet<>()).add(place);
    }

    private static boolean isAlways(Set<Id> places, Rule rule) {
        return places.contains(rule.id())
                || (!rule.reach().routes().isEmpty()
                        && places.containsAll(rule.reach().routes()))
                || (!rule.reach().categories().isEmpty()
                        && places.containsAll(rule.reach().categories()));
    }

    private static boolean isEvery(Collection<?> some, Collection<?> all) {
        return some.size() == all.size();
    }
}
