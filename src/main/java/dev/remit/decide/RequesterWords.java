package dev.remit.decide;

import dev.remit.model.ChangedBy;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Variable;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of an explanation for the person who asked: sentences and phrases, in titles or in ids. */
final class RequesterWords {
    private final Explanation explanation;
    private final Explanation.Style style;
    private final Titles titles;

    RequesterWords(Explanation explanation, Explanation.Style style) {
        this.explanation = explanation;
        this.style = style;
        titles = style.ids() ? new Titles(Map.of()) : explanation.titles();
    }

    /** The answer in one sentence, in the titles of the policy or in its ids. */
    String sentence() {
        if (style.ids()) {
            return explanation.sentence();
        }
        Question question = explanation.question();
        String role = ((Question.Subject.InRole) question.subject()).role();
        String who = titles.someone(role);
        String activity = question.activity().orElse("?");
        String what = question.level()
                        .map(level -> titles.deed(activity, level))
                        .orElseGet(() -> titles.of(Variable.Kind.ACTIVITY, activity))
                + circumstances(question);
        return switch (explanation.outcome().answer()) {
            case PERMITTED -> "PERMITTED: " + who + " may " + what + ".";
            case DENIED -> "DENIED: " + who + " may not " + what + ".";
            case UNDETERMINED -> "UNDETERMINED: whether " + who + " may " + what + " hangs on what was not said.";
        };
    }

    private String circumstances(Question question) {
        StringBuilder words = new StringBuilder(Wording.project(question));
        question.category()
                .word()
                .ifPresent(each -> words.append(", for ").append(titles.of(Variable.Kind.CATEGORY, each)));
        question.route().word().ifPresent(each -> words.append(", via ").append(titles.of(Variable.Kind.ROUTE, each)));
        asked(question, OptOutRequest.INCLUDE, words, ", including opted-out patients (");
        asked(question, OptOutRequest.EXCLUDE, words, ", leaving out opted-out patients (");
        return words.toString();
    }

    private void asked(Question question, OptOutRequest wish, StringBuilder words, String before) {
        String registers = question.optOuts().entrySet().stream()
                .filter(each -> each.getValue() == wish)
                .map(each -> titles.ofRegister(each.getKey()))
                .collect(Collectors.joining(" and "));
        words.append(registers.isEmpty() ? "" : before + registers + ")");
    }

    String duty(Explanation.Duty duty) {
        return style.ids() ? duty.id() : titles.ofDuty(duty.id());
    }

    /** A sentence of the sources, and where it stands. */
    String quoted(Explanation.Cited cited) {
        String id = style.ids() || cited.says().isBlank() ? cited.id() + " " : "";
        return id
                + (cited.says().isBlank() ? "" : "\"" + Visible.oneLine(cited.says()) + "\" ")
                + (cited.section().isEmpty() ? "" : "(" + section(cited) + ")");
    }

    private static String section(Explanation.Cited cited) {
        return cited.section().equals(Citations.RULING) ? "a ruling, since the sources leave it open" : cited.section();
    }

    /** A work category and a route; empty if neither was chosen. */
    String way(Optional<Id.Category> category, Optional<Id.Route> route) {
        String way = category.map(each -> "for " + titles.of(Variable.Kind.CATEGORY, each.value()))
                        .orElse("")
                + route.map(each -> " via " + titles.of(Variable.Kind.ROUTE, each.value()))
                        .orElse("");
        return way.strip();
    }

    /** How patients of an opt-out register are treated. */
    String treated(PopulationEntry entry) {
        String words = switch (entry.treatment()) {
            case EXCLUDED_BY_FILTER -> "left out by the software";
            case EXCLUDED_BY_DECLARATION -> "left out, as you declare";
            case DECLARATION_REQUIRED -> "you have to declare how they are handled";
            case INCLUDED -> "included";
            case INCLUDED_BY_DECLARATION -> "included, as you declare";
            case SETTLED_UPSTREAM -> "as was settled when the outputs were made";
            case NOT_ENFORCEABLE -> "nothing can leave them out here";
            case NOT_APPLICABLE -> "not in this data";
        };
        return words + (style.whole() ? details(entry) : "");
    }

    private static String details(PopulationEntry entry) {
        return switch (entry.treatment()) {
            case EXCLUDED_BY_FILTER, EXCLUDED_BY_DECLARATION, DECLARATION_REQUIRED ->
                " (keep patients " + (entry.keep() == OptOutRegister.Keep.ABSENT ? "absent from" : "present in")
                        + " the list of " + entry.list() + ", stop if the list is missing)";
            case INCLUDED, INCLUDED_BY_DECLARATION ->
                entry.flag().map(flag -> " (set " + flag + ")").orElse("");
            case SETTLED_UPSTREAM, NOT_ENFORCEABLE, NOT_APPLICABLE -> "";
        };
    }

    /** A change, by who can make it. */
    String change(Counterfactual change) {
        List<String> parts = new ArrayList<>();
        by("an approver changes: ", ChangedBy.APPROVER, change, parts);
        by("you change: ", ChangedBy.REQUESTER, change, parts);
        by("it comes to be so that: ", ChangedBy.NOBODY, change, parts);
        List<ValueRestriction> unknown = change.steps().stream()
                .filter(each -> each.by().isEmpty())
                .map(Counterfactual.Step::needed)
                .toList();
        if (!unknown.isEmpty()) {
            parts.add("it is so that: " + phrases(unknown));
        }
        return String.join("; ", parts);
    }

    private void by(String intro, ChangedBy who, Counterfactual change, List<String> parts) {
        List<ValueRestriction> needed = change.steps().stream()
                .filter(each -> each.by().filter(by -> by == who).isPresent())
                .map(Counterfactual.Step::needed)
                .toList();
        if (!needed.isEmpty()) {
            parts.add(intro + phrases(needed));
        }
    }

    String phrases(List<ValueRestriction> needed) {
        return style.ids()
                ? String.join(", ", ValueRestriction.phrases(needed))
                : needed.stream().map(titles::phrase).collect(Collectors.joining(", "));
    }

    /** What it takes for a yes. */
    String condition(PermitCondition condition) {
        String way = way(condition.category(), condition.route());
        String needed = phrases(condition.assumptions());
        String also = condition.alsoTell().isEmpty()
                ? ""
                : ", once these are said as well: " + String.join(", ", condition.alsoTell());
        return (way.isEmpty() ? "" : way + (needed.isEmpty() ? "" : ", if: "))
                + (way.isEmpty() && needed.isEmpty() ? "nothing else" : needed)
                + also;
    }

    /** What was taken to be so. */
    String assumed(List<ValueRestriction> assumed) {
        boolean areAllFalse = assumed.stream().allMatch(each -> each.values().equals(List.of("false")));
        return areAllFalse && !style.ids()
                ? "none of this is so: "
                        + assumed.stream()
                                .map(each -> new ValueRestriction(each.about(), List.of("true")))
                                .map(titles::phrase)
                                .collect(Collectors.joining("; "))
                : phrases(assumed);
    }

    /** The name of something the question leaves open. */
    String name(String name) {
        return style.ids() ? name : titles.ofName(name);
    }

    String register(Id.Register register) {
        return titles.ofRegister(register.value());
    }
}
