package dev.remit.decide;

import dev.remit.model.ChangedBy;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Renders an explanation for the person who asked: the answer, what decides it, what would change it and who can, duties and
 * opted-out patients; the rest counted, or all of it.
 */
final class RequesterText {
    /** How many ways, changes and assumptions are listed unless all are wanted. */
    private static final int FEW = 3;
    /** How many lines are read at once. */
    private static final int LINES = 12;
    /** How many characters of text stand in a wrapped line, roughly. */
    private static final int ROOM = 92;

    private final Explanation explanation;
    private final Explanation.Style style;
    private final Titles titles;
    private final List<String> lines = new ArrayList<>();
    private final List<String> further = new ArrayList<>();

    RequesterText(Explanation explanation, Explanation.Style style) {
        this.explanation = explanation;
        this.style = style;
        titles = style.ids() ? new Titles(Map.of()) : explanation.titles();
    }

    /** The text, a line end after each line. */
    String text() {
        line(style.ids() ? explanation.sentence() : sentence());
        line("");
        decisive();
        switch (explanation.outcome().answer()) {
            case PERMITTED -> permitted();
            case DENIED -> denied();
            case UNDETERMINED -> undetermined();
        }
        assumed();
        if (style.whole()) {
            everything();
        } else {
            rest();
        }
        return String.join("", lines);
    }

    /** Whatever the parts of a line hold, it stays one line and shows all that is in it. */
    private void line(String line) {
        lines.add(Visible.whole(line) + "\n");
    }

    private int most() {
        return style.whole() ? Integer.MAX_VALUE : FEW;
    }

    /** The answer in one sentence, in the titles of the policy. */
    String sentence() {
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

    private void decisive() {
        DecisiveReason decisive = explanation.decisive();
        if (decisive.kind() != DecisiveReason.Kind.UNSAID) {
            line(decisive.text());
        }
        boolean isGrant = decisive.kind() == DecisiveReason.Kind.GRANTED;
        decisive.sentence()
                .filter(each -> style.ids() || !isGrant || !each.says().isBlank())
                .ifPresent(each -> line("  " + quoted(each)));
    }

    private String quoted(Explanation.Cited cited) {
        String id = style.ids() || cited.says().isBlank() ? cited.id() + " " : "";
        return id
                + (cited.says().isBlank() ? "" : "\"" + Visible.oneLine(cited.says()) + "\" ")
                + (cited.section().isEmpty() ? "" : "(" + section(cited) + ")");
    }

    private static String section(Explanation.Cited cited) {
        return cited.section().equals(Citations.RULING) ? "a ruling, since the sources leave it open" : cited.section();
    }

    private void permitted() {
        List<String> ways = explanation.outcome().grants().stream()
                .skip(1)
                .map(each -> way(each.category(), each.route()))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        if (!ways.isEmpty()) {
            line("Also granted " + String.join("; ", ways.subList(0, Math.min(most(), ways.size()))) + ".");
            count(ways.size(), "way", "ways");
        }
        if (!explanation.duties().isEmpty()) {
            line("Duties: "
                    + explanation.duties().stream()
                            .map(each -> style.ids() ? each.id() : titles.ofDuty(each.id()))
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        List<String> patients = explanation.outcome().population().entrySet().stream()
                .filter(each -> each.getValue().treatment() != Treatment.NOT_APPLICABLE)
                .map(each -> titles.ofRegister(each.getKey().value()) + ": " + treated(each.getValue()))
                .toList();
        if (!patients.isEmpty()) {
            line("Opted-out patients: " + String.join("; ", patients) + ".");
        }
    }

    private String way(Optional<Id.Category> category, Optional<Id.Route> route) {
        String way = category.map(each -> "for " + titles.of(Variable.Kind.CATEGORY, each.value()))
                        .orElse("")
                + route.map(each -> " via " + titles.of(Variable.Kind.ROUTE, each.value()))
                        .orElse("");
        return way.strip();
    }

    private String treated(PopulationEntry entry) {
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

    private void denied() {
        List<Counterfactual> changes = explanation.changes();
        if (changes.isEmpty()) {
            line("Nothing that you or an approver could change would make it a yes.");
            return;
        }
        line(changes.size() == 1 ? "This would make it a yes:" : "Each of these would make it a yes:");
        items(changes.stream().map(this::change).toList(), explanation.moreChanges(), "change", "changes");
    }

    /** A change, by who can make it. */
    private String change(Counterfactual change) {
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

    private String phrases(List<ValueRestriction> needed) {
        return style.ids()
                ? String.join(", ", ValueRestriction.phrases(needed))
                : needed.stream().map(titles::phrase).collect(Collectors.joining(", "));
    }

    private void undetermined() {
        List<PermitCondition> conditions = explanation.permittedIf();
        line(
                conditions.size() == 1
                        ? "It would be permitted if this is so:"
                        : "It would be permitted if one of these is so:");
        items(conditions.stream().map(this::condition).toList(), explanation.morePermitConditions(), "way", "ways");
        List<String> missing = explanation.missing().stream()
                .map(each -> style.ids() ? each : titles.ofName(each))
                .distinct()
                .toList();
        int more = Math.max(0, missing.size() - most());
        line("Not said: " + String.join("; ", missing.subList(0, missing.size() - more))
                + (more > 0 ? "; and " + more + " more" : "") + ".");
    }

    private String condition(PermitCondition condition) {
        String way = way(condition.category(), condition.route());
        String needed = phrases(condition.assumptions());
        String also = condition.alsoTell().isEmpty()
                ? ""
                : ", once these are said as well: " + String.join(", ", condition.alsoTell());
        return (way.isEmpty() ? "" : way + (needed.isEmpty() ? "" : ", if: "))
                + (way.isEmpty() && needed.isEmpty() ? "nothing else" : needed)
                + also;
    }

    /** What was taken to be false; many assumptions are counted. */
    private void assumed() {
        List<ValueRestriction> assumed = explanation.assumptions();
        if (assumed.isEmpty()) {
            return;
        }
        if (assumed.size() > most()) {
            further.add(assumed.size() + " assumptions, because the question was closed");
            return;
        }
        boolean areAllFalse = assumed.stream().allMatch(each -> each.values().equals(List.of("false")));
        String named = areAllFalse && !style.ids()
                ? "none of this is so: "
                        + assumed.stream()
                                .map(each -> new ValueRestriction(each.about(), List.of("true")))
                                .map(titles::phrase)
                                .collect(Collectors.joining("; "))
                : phrases(assumed);
        line("Assumed, because the question was closed: " + named + ".");
    }

    private void count(int all, String one, String several) {
        int more = all - Math.min(most(), all);
        if (more > 0) {
            further.add(more + " further " + (more == 1 ? one : several));
        }
    }

    /** The first few items, as many as there is room for; at least one. */
    private void items(List<String> items, boolean isCut, String one, String several) {
        int listed = 0;
        for (String each : items) {
            boolean fits = room() >= height("  - " + each);
            if (listed > 0 && !style.whole() && (listed == FEW || !fits)) {
                break;
            }
            line("  - " + each);
            listed++;
        }
        int more = items.size() - listed;
        if (isCut) {
            further.add("more " + several);
        } else if (more > 0) {
            further.add(more + " further " + (more == 1 ? one : several));
        }
    }

    /** How many lines are left, but for the last, which counts. */
    private int room() {
        return LINES - 1 - lines.stream().mapToInt(RequesterText::height).sum();
    }

    private static int height(String line) {
        return Math.max(1, (line.strip().length() + ROOM - 1) / ROOM);
    }

    /** What is left out, counted. */
    private void rest() {
        int clauses = others().size();
        if (clauses > 0) {
            further.add(0, clauses + " further " + (clauses == 1 ? "clause" : "clauses"));
        }
        if (!further.isEmpty()) {
            line("And " + String.join(", ", further) + (style.rest().isEmpty() ? "." : ": " + style.rest()));
        }
    }

    private List<Explanation.Cited> others() {
        String first =
                explanation.decisive().sentence().map(Explanation.Cited::id).orElse("");
        return explanation.clauses().stream()
                .filter(each -> !each.id().equals(first))
                .toList();
    }

    private void everything() {
        if (explanation.moreChanges() || explanation.morePermitConditions()) {
            line("There are more ways than these.");
        }
        section(
                "What came nearest lacks",
                explanation.nearest().stream()
                        .map(each -> phrases(each.lacks()))
                        .distinct()
                        .toList());
        section(
                "Enough for this answer, whatever else is so",
                explanation.grounds().stream()
                        .filter(each -> !each.said().isEmpty())
                        .map(each -> phrases(each.said()))
                        .toList());
        section("Further clauses", others().stream().map(this::quoted).toList());
    }

    private void section(String heading, List<String> items) {
        if (!items.isEmpty()) {
            line("");
            line(heading);
            items.forEach(each -> line("  - " + each));
        }
    }
}
