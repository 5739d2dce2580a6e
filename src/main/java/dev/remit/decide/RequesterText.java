package dev.remit.decide;

import dev.remit.model.Treatment;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.List;
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
    private final RequesterWords words;
    private final List<String> lines = new ArrayList<>();
    private final List<String> further = new ArrayList<>();

    RequesterText(Explanation explanation, Explanation.Style style) {
        this.explanation = explanation;
        this.style = style;
        words = new RequesterWords(explanation, style);
    }

    /** The text, a line end after each line. */
    String text() {
        line(words.sentence());
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

    private void decisive() {
        DecisiveReason decisive = explanation.decisive();
        if (decisive.kind() != DecisiveReason.Kind.UNSAID) {
            line(decisive.text());
        }
        boolean isGrant = decisive.kind() == DecisiveReason.Kind.GRANTED;
        decisive.sentence()
                .filter(each -> style.ids() || !isGrant || !each.says().isBlank())
                .ifPresent(each -> line("  " + words.quoted(each)));
    }

    private void permitted() {
        List<String> ways = explanation.outcome().grants().stream()
                .skip(1)
                .map(each -> words.way(each.category(), each.route()))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        if (!ways.isEmpty()) {
            line("Also granted " + String.join("; ", ways.subList(0, Math.min(most(), ways.size()))) + ".");
            count(ways.size(), "way", "ways");
        }
        if (!explanation.duties().isEmpty()) {
            line("Duties: " + explanation.duties().stream().map(words::duty).collect(Collectors.joining("; ")) + ".");
        }
        List<String> patients = explanation.outcome().population().entrySet().stream()
                .filter(each -> each.getValue().treatment() != Treatment.NOT_APPLICABLE)
                .map(each -> words.register(each.getKey()) + ": " + words.treated(each.getValue()))
                .toList();
        if (!patients.isEmpty()) {
            line("Opted-out patients: " + String.join("; ", patients) + ".");
        }
    }

    private void denied() {
        List<Counterfactual> changes = explanation.changes();
        if (changes.isEmpty()) {
            line("Nothing that you or an approver could change would make it a yes.");
            return;
        }
        line(changes.size() == 1 ? "This would make it a yes:" : "Each of these would make it a yes:");
        items(changes.stream().map(words::change).toList(), explanation.moreChanges(), "change", "changes");
    }

    private void undetermined() {
        List<PermitCondition> conditions = explanation.permittedIf();
        line(
                conditions.size() == 1
                        ? "It would be permitted if this is so:"
                        : "It would be permitted if one of these is so:");
        items(conditions.stream().map(words::condition).toList(), explanation.morePermitConditions(), "way", "ways");
        List<String> missing =
                explanation.missing().stream().map(words::name).distinct().toList();
        int more = Math.max(0, missing.size() - most());
        line("Not said: " + String.join("; ", missing.subList(0, missing.size() - more))
                + (more > 0 ? "; and " + more + " more" : "") + ".");
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
        line("Assumed, because the question was closed: " + words.assumed(assumed) + ".");
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
                        .map(each -> words.phrases(each.lacks()))
                        .distinct()
                        .toList());
        section(
                "Enough for this answer, whatever else is so",
                explanation.grounds().stream()
                        .filter(each -> !each.said().isEmpty())
                        .map(each -> words.phrases(each.said()))
                        .toList());
        section("Further clauses", others().stream().map(words::quoted).toList());
    }

    private void section(String heading, List<String> items) {
        if (!items.isEmpty()) {
            line("");
            line(heading);
            items.forEach(each -> line("  - " + each));
        }
    }
}
