package dev.remit.report;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Period;
import dev.remit.model.Variable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renders a complete question as a line for {@code remit ask} that gets the same answer. */
final class AskLine {
    private final StringBuilder line = new StringBuilder("remit ask");
    private final Assignment question;
    private final Set<Id.Fact> mustBeSaid;

    private AskLine(DiffPage.Compared compared, Assignment question) {
        this.question = question;
        mustBeSaid = compared.mustBeSaid();
        line.append(compared.now().isEmpty() ? "" : " " + quoted(compared.now()));
    }

    /** Quotes a word for a shell. */
    private static String quoted(String word) {
        return word.matches("[\\w./@:+,=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Asks by role, with the project described. */
    static String of(DiffPage.Compared compared, Assignment question) {
        AskLine ask = new AskLine(compared, question);
        ask.choices(true);
        ask.described();
        ask.rest();
        return ask.line.toString();
    }

    /** Asks about a project of the register, on a day. */
    static String ofProject(DiffPage.Compared compared, Assignment question, String project, Period period) {
        AskLine ask = new AskLine(compared, question);
        ask.choices(true);
        ask.add("--project", List.of(project));
        ask.rest();
        ask.on(period);
        return ask.line.toString();
    }

    /**
     * Asks about a person of the register in each of their roles, on a day; the facts of the register are not repeated.
     */
    static String ofPerson(
            DiffPage.Compared compared,
            Assignment question,
            String person,
            Optional<String> project,
            Period period,
            List<String> registered) {
        AskLine ask = new AskLine(compared, question);
        ask.add("--person", List.of(person));
        ask.choices(false);
        project.ifPresentOrElse(id -> ask.add("--project", List.of(id)), ask::described);
        ask.facts(registered);
        ask.wishes();
        ask.on(period);
        return ask.line.toString();
    }

    private void add(String option, List<String> values) {
        if (!values.isEmpty()) {
            String words = quoted(String.join(",", values));
            line.append(' ')
                    .append(option)
                    .append(words.startsWith("-") ? '=' : ' ')
                    .append(words);
        }
    }

    private void choices(boolean withRole) {
        for (Variable each : question.space().variables()) {
            boolean isChoice = each.kind().isDimension();
            if (isChoice && (withRole || each.kind() != Variable.Kind.ROLE)) {
                add("--" + each.name(), List.of(question.word(each)));
            }
        }
    }

    private void described() {
        List<String> attributes = new ArrayList<>();
        List<String> held = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> ever = new ArrayList<>();
        List<String> never = new ArrayList<>();
        for (Variable each : question.space().variables()) {
            if (each.kind() == Variable.Kind.ATTRIBUTE && each.element().isEmpty()) {
                attributes.add(each.id() + "=" + question.word(each));
            } else if (each.kind() == Variable.Kind.PERMISSION) {
                (question.isTrue(each) ? held : others).add(each.id());
            } else if (each.kind() == Variable.Kind.EVER) {
                (question.isTrue(each) ? ever : never).add(each.id());
            }
        }
        add("--attribute", attributes);
        sets(Variable.Kind.ATTRIBUTE, List.of()).forEach(set -> add("--attribute", List.of(set)));
        ever.removeAll(held);
        others.removeAll(never);
        add("--permits", held);
        add("--not-permits", others);
        add("--ever-permits", ever);
        add("--not-ever-permits", never);
    }

    /** The sets of a kind, each with all its elements; what a set does not list it lacks. */
    private List<String> sets(Variable.Kind kind, List<String> leftOut) {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        for (Variable each : question.space().variables()) {
            if (each.kind() == kind && !leftOut.contains(each.name())) {
                each.element().ifPresent(element -> {
                    List<String> elements = sets.computeIfAbsent(element.set(), none -> new ArrayList<>());
                    if (question.isTrue(each)) {
                        elements.add(element.value());
                    }
                });
            }
        }
        return sets.entrySet().stream()
                .map(set -> set.getKey() + "=" + String.join(",", set.getValue()))
                .toList();
    }

    private void rest() {
        facts(List.of());
        wishes();
    }

    /** Adds the facts. False ones are left out, unless they must be given. */
    private void facts(List<String> registered) {
        List<String> facts = new ArrayList<>();
        List<String> not = new ArrayList<>();
        List<String> valued = new ArrayList<>();
        for (Variable each : question.space().variables()) {
            boolean isAsked = each.kind() == Variable.Kind.FACT && !registered.contains(each.name());
            if (isAsked && each.element().isEmpty()) {
                if (!each.isBoolean()) {
                    valued.add(each.name() + "=" + question.word(each));
                } else if (question.isTrue(each)) {
                    facts.add(each.name());
                } else if (mustBeSaid.contains(new Id.Fact(each.name()))) {
                    not.add(each.name());
                }
            }
        }
        add("--fact", facts);
        valued.addAll(sets(Variable.Kind.FACT, registered));
        valued.forEach(each -> add("--fact", List.of(each)));
        add("--not-fact", not);
        line.append(" --closed");
    }

    private void wishes() {
        for (OptOutRequest wish : List.of(OptOutRequest.INCLUDE, OptOutRequest.EXCLUDE)) {
            List<String> registers = question.space().variables().stream()
                    .filter(each -> each.kind() == Variable.Kind.WISH
                            && question.word(each).equals(wish.word()))
                    .map(each -> each.id())
                    .toList();
            add("--" + wish.word(), registers);
        }
    }

    private void on(Period period) {
        LocalDate day = period.from().or(period::until).orElse(LocalDate.EPOCH);
        add("--at", List.of(day + "T12:00:00Z"));
    }
}
