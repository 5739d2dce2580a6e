package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.grammar.Fields;
import dev.remit.model.Id;
import dev.remit.model.NamedSets;
import dev.remit.model.Variable;
import dev.remit.node.Entry;
import dev.remit.node.Scalar;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the named sets of one kind of ids, each after those it names, and reports those that name themselves. */
final class SetReader<T extends Id> {
    private final Reading reading;
    private final SymbolScope<T> ids;
    private final Map<String, Entry> written = new LinkedHashMap<>();
    private final Map<String, Set<T>> read = new LinkedHashMap<>();

    private SetReader(Reading reading, SymbolScope<T> ids) {
        this.reading = reading;
        this.ids = ids;
    }

    /** Makes every named set of a policy known where ids are resolved, and gives them all. */
    static NamedSets read(Fields policy, Reading reading) {
        Map<Variable.Kind, Map<String, List<String>>> all = new EnumMap<>(Variable.Kind.class);
        policy.fields("sets")
                .ifPresent(sets -> reading.declared().withSets().forEach((kind, ids) -> {
                    Map<String, List<String>> some = new SetReader<>(reading, ids).read(sets.entries(key(kind)));
                    if (!some.isEmpty()) {
                        all.put(kind, some);
                    }
                }));
        return new NamedSets(all);
    }

    /** The key under which the sets of one kind of ids stand. */
    static String key(Variable.Kind kind) {
        return switch (kind) {
            case ROLE -> "roles";
            case ACTIVITY -> "activities";
            case LEVEL -> "levels";
            case CATEGORY -> "work-categories";
            case ROUTE -> "routes";
            case ATTRIBUTE, PERMISSION, EVER, FACT, WISH ->
                throw new IllegalStateException("sets of this kind have no names: " + kind);
        };
    }

    private Map<String, List<String>> read(List<Entry> entries) {
        entries.forEach(each -> written.putIfAbsent(each.key().text(), each));
        Set<String> circular = UseOrder.read(uses(), this::readSet, this::report);
        circular.forEach(this::readSet); // For what else they say.
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (String name : written.keySet()) {
            members.put(
                    name,
                    read.getOrDefault(name, Set.of()).stream().map(Id::value).toList());
        }
        return members;
    }

    private Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        written.forEach((name, entry) -> {
            Set<String> used = new TreeSet<>();
            for (Scalar word : words(entry)) {
                if (written.containsKey(word.text()) && ids.find(word.text()).isEmpty()) {
                    used.add(word.text());
                }
            }
            uses.put(name, used);
        });
        return uses;
    }

    /** Reads a set; the sets it names are known, unless it stands in a circle. */
    private void readSet(String name) {
        Entry entry = written.get(name);
        if (entry == null) {
            throw new IllegalStateException("not a named set: " + name);
        }
        Set<T> members = new LinkedHashSet<>();
        words(entry).forEach(word -> members.addAll(reading.references().meant(ids, word)));
        read.put(name, members);
        reading.references().define(ids, name, members);
    }

    private static List<Scalar> words(Entry entry) {
        return Fields.selection(entry.value()).ids();
    }

    private void report(List<String> circle) {
        Entry entry = written.get(circle.get(0));
        if (entry != null) {
            reading.diagnostics()
                    .report(
                            Code.CIRCULAR_SET,
                            entry.key().head(),
                            "a set cannot contain itself: " + UseOrder.way(circle, "names"),
                            "take one of these names out");
        }
    }
}
