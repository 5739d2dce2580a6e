package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.node.Entry;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the closed lists of attributes, which say of which projects an attribute is true, and holds registers against them. */
final class ClosedLists {
    private static final String KEY = "true-only-for";

    private ClosedLists() {}

    /**
     * The closed list of an attribute, if it has one that it can have.
     *
     * @param attribute the attribute as it was written
     * @param values its values
     */
    static Optional<Set<Id.Project>> read(
            Id.Attribute id, Node attribute, List<Id.Value> values, Diagnostics diagnostics) {
        Optional<Entry> list =
                Fields.of(attribute).flatMap(each -> each.mapping().find(KEY));
        if (list.isEmpty()) {
            return Optional.empty();
        }
        if (!values.equals(ProjectAttribute.BOOLEAN)) {
            diagnostics.report(
                    Code.BAD_CLOSED_LIST,
                    list.get().key().head(),
                    "only a boolean attribute can be true for some projects only, and " + Words.quoted(id.value())
                            + " has values of its own",
                    "write `values: boolean`");
            return Optional.empty();
        }
        reportChange(id, attribute, diagnostics);
        Set<Id.Project> projects = new HashSet<>();
        words(attribute).forEach(word -> projects.add(new Id.Project(word.text())));
        return Optional.of(projects);
    }

    private static void reportChange(Id.Attribute id, Node attribute, Diagnostics diagnostics) {
        Optional<Scalar> changed = Fields.of(attribute).flatMap(each -> each.scalar("changed-by"));
        changed.filter(who -> !who.text().equals("nobody"))
                .ifPresent(who -> diagnostics.report(
                        Code.BAD_CLOSED_LIST,
                        who.head(),
                        "which projects " + Words.quoted(id.value()) + " is true for is part of the policy, so "
                                + Words.quoted(who.text()) + " cannot change it",
                        "leave `changed-by` out"));
    }

    private static List<Scalar> words(Node attribute) {
        return Fields.of(attribute).map(each -> each.list(KEY)).orElse(List.of());
    }

    /**
     * Gives a project of the register the values that closed lists give it; where the register says otherwise, that is
     * reported.
     *
     * @param names every name of the project
     * @param written the values as written, which are added to
     */
    static void lay(
            Set<Id.Project> names,
            Fields project,
            Iterable<ProjectAttribute> attributes,
            Map<Id.Attribute, Id.Value> written,
            Reading reading) {
        for (ProjectAttribute each : attributes) {
            Optional<Id.Value> listed = each.closedValue(names);
            Optional<Id.Value> said = Optional.ofNullable(written.get(each.id()));
            if (listed.isPresent() && said.isPresent() && !said.equals(listed)) {
                project.scalar(each.id().value()).ifPresent(word -> report(each, word, listed.get(), reading));
            }
            listed.ifPresent(value -> written.put(each.id(), value));
        }
    }

    private static void report(ProjectAttribute attribute, Scalar word, Id.Value listed, Reading reading) {
        boolean isOnList = listed.equals(ProjectAttribute.BOOLEAN.get(1));
        reading.diagnostics()
                .report(
                        Code.CONTRADICTS_CLOSED_LIST,
                        word.head(),
                        "expected " + Words.quoted(listed.value()) + ", found " + Words.quoted(word.text())
                                + ": the project is " + (isOnList ? "" : "not ") + "on the closed list of "
                                + Words.quoted(attribute.id().value()),
                        "leave it out here: the list in the policy decides");
    }

    /** Warns of projects on closed lists that a register does not have. */
    static void warn(Fields vocabulary, Reading reading) {
        Map<String, Optional<String>> help = new HashMap<>();
        for (Entry attribute : vocabulary.entries("project")) {
            for (Scalar word : words(attribute.value())) {
                if (reading.declared().projects.find(word.text()).isEmpty()) {
                    reading.diagnostics()
                            .report(
                                    Code.UNREGISTERED_PROJECT,
                                    word.head(),
                                    Words.quoted(attribute.key().text()) + " is true for project "
                                            + Words.quoted(word.text()) + ", which is not in the register",
                                    help.computeIfAbsent(
                                            word.text(),
                                            missing ->
                                                    reading.declared().projects.didYouMean(missing)));
                }
            }
        }
    }
}
