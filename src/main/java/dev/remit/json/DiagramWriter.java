package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.export.PolicyTables;
import dev.remit.decide.Grant;
import dev.remit.decide.Outcome;
import dev.remit.decide.PopulationEntry;
import dev.remit.model.Id;
import dev.remit.model.Variable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a compiled policy as JSON, so that any program can answer questions as the engine does. The form is described in
 * {@code docs/use/diagram.md}; the same bundle gives the same bytes.
 */
public final class DiagramWriter {
    /** The version of the form. */
    static final int VERSION = 1;

    private final PolicyTables tables;
    private final Numbered<Map<Id.Register, PopulationEntry>> populations = new Numbered<>();
    private final Numbered<Set<Id.Obligation>> duties = new Numbered<>();
    private final Numbered<Grant> grants = new Numbered<>();

    private final Map<Id.Rule, Integer> rules = new HashMap<>();

    private DiagramWriter(PolicyTables tables) {
        this.tables = requireNonNull(tables, "tables");
        tables.policy().rules().forEach(each -> rules.put(each.id(), rules.size()));
    }

    /** Things in the order in which they were first met. */
    private static final class Numbered<T> {
        private final Map<T, Integer> numbers = new LinkedHashMap<>();

        int of(T thing) {
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(thing, next);
            return known == null ? next : known;
        }

        Collection<T> all() {
            return numbers.keySet();
        }
    }

    /** Writes the tables of a policy. */
    public static String write(PolicyTables tables) {
        return new DiagramWriter(tables).object(Optional.empty());
    }

    /** Writes the tables of a policy, with projects and perhaps people as they are on a day. */
    public static String write(PolicyTables tables, RegisterDay registers) {
        return new DiagramWriter(tables).object(Optional.of(registers));
    }

    private String object(Optional<RegisterDay> registers) {
        for (Outcome each : tables.outcomes()) {
            each.grants().forEach(this::number);
            populations.of(each.population());
            duties.of(each.obligations());
        }
        return JsonText.object(json -> {
            json.number("remit-diagram", VERSION);
            DecisionMembers.write(json, tables.identity());
            DiagramWords.of(tables).write(json);
            json.list("obligationSets", duties.all(), json::strings);
            json.list(
                    "populations",
                    populations.all(),
                    each -> json.item(members -> DecisionMembers.population(members, each)));
            json.list("grants", grants.all(), each -> json.item(members -> grant(members, each)));
            json.list("outcomes", tables.outcomes(), each -> json.item(members -> outcome(members, each)));
            json.object("diagram", members -> {
                members.number("root", tables.root());
                members.list("nodes", tables.nodes(), members::numbers);
            });
            json.object("sets", members -> {
                members.number("granted", tables.granted());
                members.number("possible", tables.possible());
                members.list("nodes", tables.nodesOfSets(), members::numbers);
            });
            if (registers.isPresent()) {
                json.object("registers", registers.get()::write);
            }
        });
    }

    private void number(Grant grant) {
        grants.of(grant);
        populations.of(grant.population());
        duties.of(grant.obligations());
    }

    private void grant(JsonText json, Grant grant) throws IOException {
        json.number("rule", place(grant.rule()));
        json.truth("always", grant.always());
        if (grant.category().isPresent()) {
            json.number("category", place(tables.space().category(), grant.category()));
        }
        if (grant.route().isPresent()) {
            json.number("route", place(tables.space().route(), grant.route()));
        }
        json.number("population", populations.of(grant.population()));
        json.number("obligations", duties.of(grant.obligations()));
    }

    private static int place(Optional<Variable> choice, Optional<? extends Id> chosen) {
        return choice.orElseThrow().place(chosen.orElseThrow().value());
    }

    private int place(Id.Rule rule) {
        return requireNonNull(rules.get(rule), "every rule of an outcome is one of the policy");
    }

    private void outcome(JsonText json, Outcome outcome) throws IOException {
        json.text("answer", outcome.answer().name());
        json.text("basis", outcome.basis().word());
        switch (outcome.answer()) {
            case PERMITTED -> {
                json.list("grants", outcome.grants(), each -> json.plain((long) grants.of(each)));
                json.number("population", populations.of(outcome.population()));
                json.number("obligations", duties.of(outcome.obligations()));
            }
            case DENIED -> {
                if (!outcome.forbiddenBy().isEmpty()) {
                    json.list("forbiddenBy", outcome.forbiddenBy(), each -> json.plain((long) place(each)));
                }
            }
            case UNDETERMINED -> {}
        }
    }
}
