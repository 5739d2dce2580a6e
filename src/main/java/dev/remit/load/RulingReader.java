package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Id;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.Ruling;
import dev.remit.node.Entry;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rulings, and checks the words of what would differ under another reading. */
final class RulingReader {
    static final String RULINGS = "rulings";
    static final String OR = "or";

    private final Reading reading;
    private final ConditionReader conditions;

    private RulingReader(Reading reading, ConditionReader conditions) {
        this.reading = reading;
        this.conditions = conditions;
    }

    /** Reads the rulings of a policy, whose rules were read before. */
    static List<Ruling> read(Fields policy, ConditionReader conditions, Reading reading) {
        RulingReader reader = new RulingReader(reading, conditions);
        List<Ruling> rulings = new ArrayList<>();
        for (Entry each : policy.entries(RULINGS)) {
            reading.note(Section.RULINGS.path(each.key().text()), each);
            Optional<Fields> fields = Fields.of(each.value());
            Optional<Fields> other = fields.flatMap(some -> some.fields(OR));
            other.ifPresent(reader::check);
            rulings.add(new Ruling(
                    new Id.Citation(each.key().text()),
                    reading.title(each.value()),
                    Reading.description(each.value()),
                    fields.map(some -> reading.references().citations(some.list("cites")))
                            .orElse(List.of()),
                    other.map(some -> reading.text(some, "title"))));
        }
        return rulings;
    }

    private void check(Fields other) {
        other.list("without").forEach(this::known);
        for (Entry each : other.entries("rules")) {
            known(each.key());
            Fields.of(each.value()).ifPresent(this::rule);
        }
        for (Fields each : other.mappings("also")) {
            each.scalar("id").ifPresent(id -> checkNew(id, other));
            set(each, "permit", reading.declared().roles);
            set(each, "forbid", reading.declared().roles);
            set(each, "in", reading.declared().categories);
            reading.references().citations(each.list("cites"));
            rule(each);
        }
        for (Entry each : other.entries("conditions")) {
            if (reading.declared().conditions.find(each.key().text()).isEmpty()
                    && reading.declared().conditions.isComplete()) {
                reading.diagnostics()
                        .report(
                                Code.UNKNOWN_CONDITION,
                                each.key().head(),
                                "condition " + Words.quoted(each.key().text()) + " is not declared",
                                reading.declared()
                                        .conditions
                                        .didYouMean(each.key().text()));
            }
            conditions.read(each.value());
        }
    }

    /** Reports a rule that there would be as well under an id that another one keeps. */
    private void checkNew(Scalar id, Fields other) {
        if (reading.declared().rules.find(id.text()).isPresent()
                && other.list("without").stream().noneMatch(each -> each.text().equals(id.text()))) {
            reading.diagnostics()
                    .report(
                            Code.DECLARED_TWICE,
                            id.span(),
                            "rule " + Words.quoted(id.text()) + " is declared already",
                            "say what it would be under `rules`, or choose another id");
        }
    }

    private void known(Scalar rule) {
        if (reading.declared().rules.find(rule.text()).isEmpty()
                && reading.declared().rules.isComplete()) {
            reading.diagnostics()
                    .report(
                            Code.UNKNOWN_RULE,
                            rule.head(),
                            "rule " + Words.quoted(rule.text()) + " is not declared",
                            reading.declared().rules.didYouMean(rule.text()));
        }
    }

    private void rule(Fields rule) {
        set(rule, "roles", reading.declared().roles);
        set(rule, "to", reading.declared().activities);
        set(rule, "levels", reading.declared().levels);
        set(rule, "via", reading.declared().routes);
        reading.references().list(reading.declared().obligations, rule.list("obligations"));
        rule.entries("opt-outs")
                .forEach(each -> reading.references().resolve(reading.declared().registers, each.key()));
        rule.node("when").ifPresent(conditions::read);
    }

    private <T extends Id> void set(Fields rule, String key, SymbolScope<T> names) {
        if (rule.has(key)) {
            reading.references().set(names, rule.set(key), false);
        }
    }
}
