package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the attributes of projects that are sets: what is listed is in the set, and everything else is not. */
final class ProjectSets {
    private final Reading reading;
    private final Map<String, List<Id.Value>> elements = new HashMap<>();

    ProjectSets(Reading reading, Collection<ProjectAttribute> attributes) {
        this.reading = reading;
        for (ProjectAttribute each : attributes) {
            each.element()
                    .ifPresent(element -> elements.computeIfAbsent(element.set(), none -> new ArrayList<>())
                            .add(new Id.Value(element.value())));
        }
    }

    boolean isSet(Id.Attribute attribute) {
        return elements.containsKey(attribute.value());
    }

    /** Whether each element is in the set that is written. */
    Map<Id.Attribute, Id.Value> read(Scalar key, Node node) {
        List<Id.Value> all = elements.getOrDefault(key.text(), List.of());
        List<Id.Value> listed = new ArrayList<>();
        for (Scalar word : Fields.scalarsOf(node)) {
            Id.Value value = new Id.Value(word.text());
            listed.add(value);
            if (!all.contains(value)) {
                UnknownValue.report(key.text(), word, all, reading.diagnostics());
            }
        }
        Map<Id.Attribute, Id.Value> values = new LinkedHashMap<>();
        for (Id.Value each : all) {
            values.put(
                    new Id.Attribute(new Element(key.text(), each.value()).name()),
                    listed.contains(each) ? Domain.TRUE : Domain.FALSE);
        }
        return values;
    }

    /** The single value of an attribute that is no set; a list is reported. */
    Optional<Scalar> single(Scalar key, Node node) {
        if (node instanceof Scalar word) {
            return Optional.of(word);
        }
        reading.diagnostics()
                .report(
                        Code.NO_SET,
                        node.head(),
                        "project attribute " + Words.quoted(key.text()) + " is no set, and has one value",
                        "write one of its values");
        return Optional.empty();
    }
}
