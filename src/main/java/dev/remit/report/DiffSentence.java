package dev.remit.report;

import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.diff.GrantTerms;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Id;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Renders one change of access as a sentence, with its conditions below. */
final class DiffSentence {
    private final Glossary titles;
    private final Provided provided;

    DiffSentence(Glossary titles) {
        this.titles = titles;
        this.provided = new Provided(titles);
    }

    /** The sentence, up to the conditions. */
    List<Run> of(AccessChange change) {
        return of(change, who(change));
    }

    /** The sentence about a person by name, in the role it is about. */
    List<Run> ofPerson(AccessChange change, String name) {
        return of(change, name + ", as " + who(change) + ",");
    }

    private List<Run> of(AccessChange change, String who) {
        List<Run> runs = new ArrayList<>();
        switch (change.kind()) {
            case GAINED -> runs.addAll(List.of(Run.plain(Glossary.upper(who) + " may now "), doing(change)));
            case LOST -> runs.addAll(List.of(Run.plain(Glossary.upper(who) + " may no longer "), doing(change)));
            case CHANGED -> runs.addAll(List.of(Run.plain(Glossary.upper(who) + " may, as before, "), doing(change)));
            case REASON -> runs.addAll(List.of(Run.plain("Other rules say whether " + who + " may "), doing(change)));
        }
        if (titles.vocabulary().levels().size() > 1) {
            runs.add(Run.plain(", on " + levels(change)));
        }
        value(change, Variable.Kind.CATEGORY)
                .ifPresent(
                        each -> runs.add(Run.plain(", for " + titles.either(each.about(), each.values(), "anything"))));
        value(change, Variable.Kind.ROUTE)
                .ifPresent(each ->
                        runs.add(Run.plain(", by way of " + titles.either(each.about(), each.values(), "any way in"))));
        terms(change, runs);
        int conditions = provided.of(change.where()).size();
        runs.add(Run.plain(conditions == 0 ? "." : conditions == 1 ? ", if this holds:" : ", if all of these hold:"));
        return runs;
    }

    /** The conditions, and the terms that need a line of their own. */
    List<Item> below(AccessChange change) {
        List<Item> items = new ArrayList<>(provided.of(change.where()));
        if (!change.gone().isEmpty()) {
            items.add(Item.of(
                    "No longer on these terms:",
                    change.gone().stream().map(this::terms).toList()));
        }
        if (!change.come().isEmpty()) {
            items.add(Item.of(
                    "Newly on these terms:",
                    change.come().stream().map(this::terms).toList()));
        }
        return items;
    }

    /** The situations in which it is so: all that the conditions name, and not a number of them. */
    Item extent(AccessChange change) {
        int conditions = provided.of(change.where()).size();
        return Item.of(
                conditions == 0
                        ? "in every situation"
                        : conditions == 1
                                ? "in every situation where this holds"
                                : "in every situation where all of these hold");
    }

    private static Optional<ValueRestriction> value(AccessChange change, Variable.Kind kind) {
        return change.where().so().stream()
                .filter(each -> each.about().kind() == kind)
                .findFirst();
    }

    private String who(AccessChange change) {
        return value(change, Variable.Kind.ROLE)
                .map(each -> titles.either(each.about(), each.values(), "anybody"))
                .map(words -> words.startsWith("anybody but ") ? words : Glossary.indefinite(words))
                .orElse("anybody");
    }

    private Run doing(AccessChange change) {
        return Run.strong(value(change, Variable.Kind.ACTIVITY)
                .map(each -> titles.either(each.about(), each.values(), "do anything"))
                .orElse("do anything"));
    }

    private String levels(AccessChange change) {
        return value(change, Variable.Kind.LEVEL)
                .map(each -> {
                    String words = titles.either(each.about(), each.values(), "any level");
                    return words.startsWith("any level")
                            ? words
                            : (each.values().size() == 1 ? "level " : "levels ") + words;
                })
                .orElse("any level");
    }

    /** Adds to the sentence what differs where access stays permitted. */
    private void terms(AccessChange change, List<Run> runs) {
        List<String> details = new ArrayList<>();
        if (!change.dropped().isEmpty()) {
            details.add("without " + duties(change.dropped()));
        }
        if (!change.added().isEmpty()) {
            details.add("with " + duties(change.added()));
        }
        change.population()
                .forEach((register, treated) -> details.add("patients with “" + titles.title(register) + "” are "
                        + treated(treated.after()) + ", and were " + treated(treated.before())));
        if (!details.isEmpty()) {
            runs.add(Run.plain("; now "));
            runs.add(Run.strong(Glossary.joined(details, "and")));
        } else if (change.kind() == AccessChange.Kind.CHANGED) {
            runs.add(Run.plain("; now on other terms"));
        }
    }

    private String duties(Collection<Id.Obligation> duties) {
        return (duties.size() == 1 ? "the duty " : "the duties ")
                + Glossary.joined(
                        duties.stream()
                                .map(each -> "“" + titles.title(each) + "”")
                                .toList(),
                        "and");
    }

    private Item terms(GrantTerms terms) {
        List<String> words = new ArrayList<>();
        words.add(terms.duties().isEmpty() ? "without duties" : "with " + duties(terms.duties()));
        terms.population()
                .forEach((register, treated) ->
                        words.add("patients with “" + titles.title(register) + "” are " + treated(treated)));
        return Item.of(String.join("; ", words));
    }

    static String treated(Treatment treatment) {
        return switch (treatment) {
            case EXCLUDED_BY_FILTER -> "left out by software";
            case EXCLUDED_BY_DECLARATION -> "left out as the person states";
            case DECLARATION_REQUIRED -> "in or out as the person has yet to state";
            case SETTLED_UPSTREAM -> "in or out as it was settled when the outputs were produced";
            case NOT_ENFORCEABLE -> "perhaps among the data, where nothing can tell them apart";
            case INCLUDED_BY_DECLARATION -> "included as the person states";
            case INCLUDED -> "included";
            case NOT_APPLICABLE -> "of no bearing";
        };
    }
}
