package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the named conditions of all files, each after those it uses, and reports those that use themselves. */
final class NamedConditions {
    private static final int LONGEST_TOLD = 12;

    private final Reading reading;
    private final ConditionReader conditions;
    private final Map<String, Entry> written = new TreeMap<>();
    private final Map<String, Set<String>> uses = new TreeMap<>();
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
        named.readInOrder();
        named.reportCircles();
        return named.read;
    }

    private void readInOrder() {
        Map<String, List<String>> users = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        written.forEach((name, entry) -> {
            Set<String> used = new TreeSet<>();
            collectNames(entry.value(), used);
            uses.put(name, used);
            used.forEach(each ->
                    users.computeIfAbsent(each, none -> new ArrayList<>()).add(name));
            if (used.isEmpty()) {
                ready.add(name);
            }
        });
        Map<String, Integer> waiting = new HashMap<>();
        uses.forEach((name, used) -> waiting.put(name, used.size()));
        while (!ready.isEmpty()) {
            String name = ready.remove();
            read(name);
            for (String user : users.getOrDefault(name, List.of())) {
                if (waiting.merge(user, -1, Integer::sum) == 0) {
                    ready.add(user);
                }
            }
        }
    }

    private void read(String name) {
        Entry entry = written.get(name);
        if (entry == null) {
            return;
        }
        reading.note("conditions." + name, entry);
        Placed condition = conditions.read(entry.value());
        conditions.define(name, condition);
        read.put(name, condition);
    }

    /** The names of conditions in a condition. Keys that name attributes have values, not conditions. */
    private void collectNames(Node node, Set<String> found) {
        if (node instanceof Scalar word) {
            if (written.containsKey(word.text())
                    && reading.declared().facts.find(word.text()).isEmpty()) {
                found.add(word.text());
            }
        } else if (node instanceof Mapping mapping) {
            for (Entry each : mapping.entries()) {
                if (!each.key().text().startsWith("project.")) {
                    Fields.items(each.value()).forEach(item -> collectNames(item, found));
                }
            }
        }
    }

    /** What could not be read is part of a circle, or uses one. */
    private void reportCircles() {
        Set<String> seen = new HashSet<>(read.keySet());
        for (String start : written.keySet()) {
            List<String> walk = new ArrayList<>();
            String next = start;
            while (seen.add(next)) {
                walk.add(next);
                next = firstUnread(next);
            }
            int from = walk.indexOf(next);
            if (from >= 0) {
                report(walk.subList(from, walk.size()));
            }
        }
        // What they say apart from that is still checked.
        for (String each : written.keySet()) {
            if (!read.containsKey(each)) {
                read(each);
            }
        }
    }

    private String firstUnread(String name) {
        return uses.getOrDefault(name, Set.of()).stream()
                .filter(each -> !read.containsKey(each))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("left unread for no reason: " + name));
    }

    private void report(List<String> circle) {
        String first = circle.stream().min(String::compareTo).orElseThrow();
        List<String> turned = new ArrayList<>();
        for (int i = 0; i < circle.size(); i++) {
            turned.add(circle.get((circle.indexOf(first) + i) % circle.size()));
        }
        List<String> told = new ArrayList<>(turned.subList(1, Math.min(turned.size(), LONGEST_TOLD)));
        if (turned.size() > LONGEST_TOLD) {
            told.add("…");
        }
        told.add(first);
        StringBuilder way = new StringBuilder(Words.quoted(first));
        told.forEach(each -> way.append(" uses ").append(each.equals("…") ? each : Words.quoted(each)));
        Entry entry = written.get(first);
        if (entry != null) {
            reading.diagnostics()
                    .report(
                            Code.CIRCULAR_CONDITION,
                            entry.key().head(),
                            "a condition cannot use itself: " + way,
                            "take one of these steps out");
        }
    }
}
