package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.node.Entry;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the value of a fact of a person: true where nothing else is written, and of a set one for each element. */
final class FactValues {
    private static final String IS = "is";
    private static final String HAS = "has";

    private final Reading reading;
    private final List<Fact> declared;
    private final boolean isSet;

    /**
     * A reader.
     *
     * @param declared the fact, or those of all elements of a set
     */
    FactValues(Reading reading, List<Fact> declared) {
        this.reading = reading;
        this.declared = declared;
        isSet = declared.get(0).element().isPresent();
    }

    /** The value of each fact; none if something is wrong, which is reported. */
    Map<Id.Fact, Id.Value> read(Scalar word, Node node) {
        Optional<Fields> fields = Fields.of(node);
        Optional<Entry> is = fields.flatMap(each -> each.mapping().find(IS));
        Optional<Entry> has = fields.flatMap(each -> each.mapping().find(HAS));
        if (isSet) {
            return is.isPresent() || has.isEmpty() ? withoutElements(word, is) : elements(has.get());
        }
        if (has.isPresent()) {
            report(
                    Code.NO_SET,
                    has.get().key().head(),
                    "fact " + Words.quoted(word.text()) + " is no set",
                    isBoolean() ? "what is listed is true" : "write " + Words.quoted("is: ...") + " with its value");
            return Map.of();
        }
        return isBoolean() ? truth(word, is) : value(word, is);
    }

    private boolean isBoolean() {
        return declared.get(0).domain().isBoolean();
    }

    private Map<Id.Fact, Id.Value> truth(Scalar word, Optional<Entry> is) {
        is.ifPresent(entry -> report(
                Code.MISPLACED_KEY,
                entry.key().head(),
                "fact " + Words.quoted(word.text()) + " is true or false, and has no other value",
                "delete `is`: what is listed is true, and what is not is false"));
        return is.isPresent() ? Map.of() : Map.of(declared.get(0).id(), Domain.TRUE);
    }

    private Map<Id.Fact, Id.Value> value(Scalar word, Optional<Entry> is) {
        List<Id.Value> values = declared.get(0).domain().values();
        if (is.isEmpty()) {
            report(
                    Code.FACT_WITHOUT_VALUE,
                    word.head(),
                    "fact " + Words.quoted(word.text()) + " is neither true nor false by itself",
                    "write " + Words.whole("{fact: " + word.text() + ", is: " + values.get(0) + "}"));
            return Map.of();
        }
        if (!(is.get().value() instanceof Scalar said)) {
            return Map.of();
        }
        Id.Value value = new Id.Value(said.text());
        if (!values.contains(value)) {
            UnknownValue.report(word.text(), said, values, reading.diagnostics());
            return Map.of();
        }
        return Map.of(declared.get(0).id(), value);
    }

    private Map<Id.Fact, Id.Value> withoutElements(Scalar word, Optional<Entry> is) {
        report(
                is.isPresent() ? Code.IS_SET : Code.FACT_WITHOUT_VALUE,
                is.map(entry -> entry.key().head()).orElse(word.head()),
                "fact " + Words.quoted(word.text()) + " is a set",
                "write "
                        + Words.whole("{fact: " + word.text() + ", has: ["
                                + elementNames().get(0) + "]}") + " with all its elements");
        return Map.of();
    }

    private List<String> elementNames() {
        return declared.stream()
                .flatMap(each -> each.element().stream())
                .map(Element::value)
                .toList();
    }

    private Map<Id.Fact, Id.Value> elements(Entry has) {
        List<String> listed =
                Fields.scalarsOf(has.value()).stream().map(Scalar::text).toList();
        List<String> known = elementNames();
        for (Scalar each : Fields.scalarsOf(has.value())) {
            if (!known.contains(each.text())) {
                UnknownValue.report(
                        declared.get(0).element().orElseThrow().set(),
                        each,
                        known.stream().map(Id.Value::new).toList(),
                        reading.diagnostics());
            }
        }
        if (!known.containsAll(listed)) {
            return Map.of();
        }
        Map<Id.Fact, Id.Value> values = new LinkedHashMap<>();
        for (Fact each : declared) {
            boolean isIn = listed.contains(each.element().orElseThrow().value());
            values.put(each.id(), isIn ? Domain.TRUE : Domain.FALSE);
        }
        return values;
    }

    private void report(Code code, Span place, String message, String help) {
        reading.diagnostics().report(code, place, message, help);
    }
}
