package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.node.Entry;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which values facts and attributes can have. */
final class ValuesReader {
    private static final String BOOLEAN = "boolean";
    private static final String VALUES = "values";
    private static final String SET_OF = "set-of";
    private static final String IF_UNSAID = "if-unsaid";

    private final Reading reading;
    private final Map<String, List<Id.Value>> domains = new HashMap<>();

    ValuesReader(Reading reading, Fields policy) {
        this.reading = reading;
        for (Entry each : policy.entries("domains")) {
            Scalar name = each.key();
            if (name.text().equals(BOOLEAN)) {
                reading.diagnostics()
                        .report(
                                Code.RESERVED_ID,
                                name.head(),
                                "a domain cannot be called `boolean`",
                                "`boolean` stands for true and false wherever a list of values can be named");
            }
            domains.put(name.text(), listed(each.value()));
        }
    }

    /**
     * What a declaration says of its values: one domain for each element of a set, or a single one for the thing itself;
     * none if it does not say them, which is reported.
     *
     * @param name the id declared
     * @param node the declaration: a list of values, the name of one, or a mapping
     * @param isAttribute whether it must say its values
     */
    Map<String, Domain> read(Scalar name, Node node, boolean isAttribute) {
        Optional<Fields> fields = Fields.of(node);
        if (fields.isEmpty()) {
            return values(node)
                    .map(found -> Map.of(name.text(), Domain.of(found)))
                    .orElse(Map.of());
        }
        Fields declared = fields.get();
        Optional<Node> values = declared.node(VALUES);
        Optional<Node> elements = declared.node(SET_OF);
        if (values.isPresent() && elements.isPresent()) {
            Scalar key = declared.mapping().find(SET_OF).orElseThrow().key();
            reading.diagnostics()
                    .report(
                            Code.CONFLICTING_KEYS,
                            key.head(),
                            "expected `values` or `set-of`, found both",
                            "write `values` for what has one of them, `set-of` for what has any number of them");
            return Map.of();
        }
        if (isAttribute && values.isEmpty() && elements.isEmpty()) {
            reportWithout(name, declared);
            return Map.of();
        }
        if (elements.isPresent()) {
            return values(elements.get())
                    .map(found -> ofSet(name, declared, found))
                    .orElse(Map.of());
        }
        return values.map(this::values)
                .orElse(Optional.of(ProjectAttribute.BOOLEAN))
                .map(found -> Map.of(name.text(), ofValue(declared, found)))
                .orElse(Map.of());
    }

    private void reportWithout(Scalar name, Fields declared) {
        if (!reading.misshapen().touch(declared.span())) {
            reading.diagnostics()
                    .report(
                            Code.MISSING_KEY,
                            name.head(),
                            "a project attribute must have the key `values` or `set-of`",
                            "add `values: ...`: the values a project can have, or `boolean`");
        }
    }

    private Domain ofValue(Fields declared, List<Id.Value> values) {
        Domain domain = Domain.of(values);
        Optional<Entry> unsaid = declared.mapping().find(IF_UNSAID);
        if (unsaid.isEmpty()) {
            return domain;
        }
        List<Scalar> words = Fields.scalarsOf(unsaid.get().value());
        if (domain.isBoolean()) {
            reading.diagnostics()
                    .report(
                            Code.MISPLACED_KEY,
                            unsaid.get().key().head(),
                            "key `if-unsaid` goes only with `values` or `set-of`",
                            "delete it: what is true or false is false if unsaid");
            return domain;
        }
        if (words.size() != 1) {
            reading.diagnostics()
                    .report(
                            Code.NO_SET,
                            unsaid.get().value().head(),
                            "expected one value in `if-unsaid`, found " + (words.isEmpty() ? "none" : "several"),
                            "write one of " + words(values));
            return domain;
        }
        return new Domain(values, known(words, values).stream().findFirst());
    }

    private Map<String, Domain> ofSet(Scalar name, Fields declared, List<Id.Value> elements) {
        Optional<List<Id.Value>> unsaid = declared.node(IF_UNSAID).map(node -> known(Fields.scalarsOf(node), elements));
        Map<String, Domain> domains = new LinkedHashMap<>();
        elements.forEach(each -> domains.put(
                new Element(name.text(), each.value()).name(),
                Domain.ofElement(unsaid.map(there -> there.contains(each)))));
        return domains;
    }

    private List<Id.Value> known(List<Scalar> words, List<Id.Value> values) {
        List<Id.Value> known = new ArrayList<>();
        for (Scalar each : words) {
            Id.Value value = new Id.Value(each.text());
            if (values.contains(value)) {
                known.add(value);
            } else {
                UnknownValue.report(IF_UNSAID, each, values, reading.diagnostics());
            }
        }
        return known;
    }

    private static String words(List<Id.Value> values) {
        return Words.or(values.stream().map(Id.Value::value).toList());
    }

    /** The values listed, or those of the named list, if there is one; two that are true and false make something that is one or the other. */
    private Optional<List<Id.Value>> values(Node node) {
        if (!(node instanceof Scalar word)) {
            return Optional.of(listed(node));
        }
        if (word.text().equals(BOOLEAN)) {
            return Optional.of(ProjectAttribute.BOOLEAN);
        }
        return reading.references()
                .resolve(reading.declared().domains, word)
                .flatMap(name -> Optional.ofNullable(domains.get(name)));
    }

    private static List<Id.Value> listed(Node node) {
        List<Id.Value> values = Fields.scalarsOf(node).stream()
                .map(word -> new Id.Value(word.text()))
                .toList();
        boolean isBoolean = values.size() == 2 && values.containsAll(ProjectAttribute.BOOLEAN);
        return isBoolean ? ProjectAttribute.BOOLEAN : values;
    }
}
