package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.grammar.Fields;
import dev.remit.model.PolicyPath.Section;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the named conditions of all files, each after those it uses, and reports those that use themselves. */
final class NamedConditions {
    private final Reading reading;
    private static final Set<String> OF_CONDITIONS = Set.of("not", "all", "any");

    private final ConditionReader conditions;
    private final Map<String, Entry> written = new TreeMap<>();
    private final Map<String, Placed> read = new LinkedHashMap<>();

    private NamedConditions(Reading reading, ConditionReader conditions) {
        this.reading = reading;
        this.conditions = conditions;
    }

    /** Makes every named condition known to the reader of conditions, and gives them all. */
    static Map<String, Placed> read(Trees trees, ConditionReader conditions, Reading reading) {
        NamedConditions named = new NamedConditions(reading, conditions);
        for (Tree tree : trees.withRules()) {
            for (Entry each : Fields.of(tree.checked()).entries("conditions")) {
                named.written.putIfAbsent(each.key().text(), each);
            }
        }
        Set<String> circular = UseOrder.read(named.uses(), named::define, named::report);
        circular.forEach(named::read); // For what else they say.
        return named.read;
    }

    private Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        written.forEach((name, entry) -> {
            Set<String> used = new TreeSet<>();
            collectNames(entry.value(), used);
            uses.put(name, used);
        });
        return uses;
    }

    private void define(String name) {
        conditions.define(name, read(name));
    }

    private Placed read(String name) {
        Entry entry = written.get(name);
        if (entry == null) {
            throw new IllegalStateException("not a named condition: " + name);
        }
        reading.note(Section.CONDITIONS.path(name), entry);
        Placed condition = conditions.read(entry.value());
        read.put(name, condition);
        return condition;
    }

    /** The names of conditions in a condition. Other keys have values, not conditions. */
    private void collectNames(Node node, Set<String> found) {
        if (node instanceof Scalar word) {
            if (written.containsKey(word.text())
                    && reading.declared().facts.find(word.text()).isEmpty()) {
                found.add(word.text());
            }
        } else if (node instanceof Mapping mapping) {
            for (Entry each : mapping.entries()) {
                if (OF_CONDITIONS.contains(each.key().text())) {
                    Fields.items(each.value()).forEach(item -> collectNames(item, found));
                }
            }
        }
    }

    private void report(List<String> circle) {
        Entry entry = written.get(circle.get(0));
        if (entry != null) {
            reading.diagnostics()
                    .report(
                            Code.CIRCULAR_CONDITION,
                            entry.key().head(),
                            "a condition cannot use itself: " + UseOrder.way(circle, "uses"),
                            "take one of these steps out");
        }
    }
}
