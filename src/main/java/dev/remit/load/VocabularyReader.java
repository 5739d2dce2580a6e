package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.ChangedBy;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.MustBeSaid;
import dev.remit.model.OptOutRegister;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.VocabularyEntry;
import dev.remit.node.Entry;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Reads the declarations of one section after the other, in the order of the file. */
final class VocabularyReader {
    private final Reading reading;
    private final Fields vocabulary;
    private final ValuesReader values;

    VocabularyReader(Reading reading, Fields vocabulary, ValuesReader values) {
        this.reading = reading;
        this.vocabulary = vocabulary;
        this.values = values;
    }

    List<VocabularyEntry<Id.Role>> roles() {
        return terms(Section.ROLES, reading.declared().roles);
    }

    List<VocabularyEntry<Id.Activity>> activities() {
        return terms(Section.ACTIVITIES, reading.declared().activities);
    }

    List<VocabularyEntry<Id.Obligation>> obligations() {
        return terms(Section.OBLIGATIONS, reading.declared().obligations);
    }

    List<Level> levels() {
        return section(
                Section.LEVELS,
                reading.declared().levels,
                (id, node) -> new Level(
                        id,
                        reading.title(node),
                        Reading.description(node),
                        Fields.of(node)
                                .flatMap(level -> level.truth("patient-data"))
                                .orElse(true)));
    }

    List<OptOutRegister> registers() {
        return section(Section.REGISTERS, reading.declared().registers, (id, node) -> {
            Fields register = fields(node);
            return new OptOutRegister(
                    id,
                    reading.text(register, "title"),
                    Reading.description(node),
                    reading.text(register, "list"),
                    reading.choice(register, "keep", OptOutRegister.Keep.class),
                    register.text("flag"),
                    Reading.choice(register, "permission-changed-by", ChangedBy.class, ChangedBy.NOBODY),
                    register.list("approvers").stream()
                            .map(each -> each.text().strip())
                            .collect(Collectors.toSet()));
        });
    }

    List<Route> routes(ConditionReader conditions, List<OptOutRegister> registers) {
        RouteReader routes = new RouteReader(reading, conditions, registers);
        return section(
                Section.ROUTES, reading.declared().routes, (id, node) -> routes.read(id, node, obligations(node)));
    }

    private Set<Id.Obligation> obligations(Node node) {
        return reading.references()
                .list(
                        reading.declared().obligations,
                        Fields.of(node)
                                .map(fields -> fields.list("obligations"))
                                .orElse(List.of()));
    }

    List<ProjectAttribute> attributes() {
        List<ProjectAttribute> attributes = new ArrayList<>();
        declared(Section.ATTRIBUTES, reading.declared().attributes, (id, entry) -> {
            Node node = entry.value();
            reportTwins(
                    id, Fields.of(node).flatMap(fields -> fields.node("values")).orElse(node));
            values.read(entry.key(), node, true)
                    .forEach((name, domain) -> attributes.add(new ProjectAttribute(
                            new Id.Attribute(name),
                            Fields.of(node)
                                    .flatMap(fields -> fields.text("title"))
                                    .orElse(id.value()),
                            Reading.description(node),
                            domain,
                            Fields.of(node)
                                    .map(fields ->
                                            Reading.choice(fields, "changed-by", ChangedBy.class, ChangedBy.NOBODY))
                                    .orElse(ChangedBy.NOBODY),
                            ClosedLists.read(id, node, domain.values(), reading.diagnostics()),
                            finals(id, node, domain.values()))));
        });
        return attributes;
    }

    /** Reports values of one attribute that differ in nothing but capitals. */
    private void reportTwins(Id.Attribute attribute, Node values) {
        Map<String, Scalar> seen = new HashMap<>();
        for (Node each : Fields.items(values)) {
            if (each instanceof Scalar word) {
                Scalar first = seen.putIfAbsent(word.text().toLowerCase(Locale.ROOT), word);
                if (first != null && !first.text().equals(word.text())) {
                    reading.diagnostics()
                            .report(
                                    Code.DIFFERS_IN_CAPITALS,
                                    word.head(),
                                    "value " + Words.quoted(word.text()) + " of " + Words.quoted(attribute.value())
                                            + " differs from " + Words.quoted(first.text())
                                            + " in nothing but capitals",
                                    "give one of them another id");
                }
            }
        }
    }

    /** The values that are marked as final; each has to be one of those the attribute has. */
    private Set<Id.Value> finals(Id.Attribute id, Node node, List<Id.Value> known) {
        Set<Id.Value> finals = new HashSet<>();
        for (Scalar each : Fields.of(node).map(fields -> fields.list("final")).orElse(List.of())) {
            Id.Value value = new Id.Value(each.text().strip());
            if (known.contains(value)) {
                finals.add(value);
            } else {
                UnknownValue.report("project." + id, each, known, reading.diagnostics());
            }
        }
        return finals;
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        declared(Section.FACTS, reading.declared().facts, (id, entry) -> {
            Fields fact = fields(entry.value());
            String title = reading.text(fact, "title");
            values.read(entry.key(), entry.value(), false)
                    .forEach((name, domain) -> facts.add(new Fact(
                            new Id.Fact(name),
                            title,
                            Reading.description(entry.value()),
                            domain,
                            reading.choice(fact, "known-from", Fact.KnownFrom.class),
                            Reading.choice(fact, "about", Fact.About.class, Fact.About.PERSON),
                            reading.choice(fact, "changed-by", ChangedBy.class),
                            mustBeSaid(fact))));
        });
        return facts;
    }

    private static MustBeSaid mustBeSaid(Fields fact) {
        return fact.fields("must-be-said")
                .map(mark -> mark.text("no").map(MustBeSaid::no).orElse(MustBeSaid.UNMARKED))
                .orElseGet(() -> fact.has("must-be-said") ? MustBeSaid.YES : MustBeSaid.UNMARKED);
    }

    private <T extends Id> List<VocabularyEntry<T>> terms(Section section, SymbolScope<T> names) {
        return section(
                section,
                names,
                (id, node) -> new VocabularyEntry<>(id, reading.title(node), Reading.description(node)));
    }

    private <T, D> List<D> section(Section section, SymbolScope<T> names, BiFunction<T, Node, D> read) {
        List<D> declarations = new ArrayList<>();
        declared(section, names, (id, entry) -> declarations.add(read.apply(id, entry.value())));
        return declarations;
    }

    private <T> void declared(Section section, SymbolScope<T> names, BiConsumer<T, Entry> read) {
        for (Entry each : vocabulary.entries(section.word())) {
            reading.note(section.path(each.key().text()), each);
            Fields.of(each.value()).ifPresent(fields -> reading.excuse(fields, Reading.span(each)));
            names.find(each.key().text()).ifPresent(id -> read.accept(id, each));
        }
    }

    private static Fields fields(Node node) {
        return Fields.of(node).orElseThrow(() -> new IllegalStateException("checked to be a mapping: " + node.span()));
    }
}
