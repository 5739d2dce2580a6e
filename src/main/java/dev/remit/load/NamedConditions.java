package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.PolicyPath.Section;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the named conditions of all files, each after those it uses, and reports those that use themselves. */
final class NamedConditions {
    private static final int LONGEST_SHOWN = 12;

    private final Reading reading;
    private final ConditionReader conditions;
    private final Map<String, Entry> written = new TreeMap<>();
    private final Map<String, Set<String>> waitingFor = new HashMap<>();
    private final Map<String, List<String>> users = new HashMap<>();
    private final Deque<String> ready = new ArrayDeque<>();
    private final Set<String> circular = new TreeSet<>();
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
        named.collectUses();
        named.readReady();
        named.readCircles();
        return named.read;
    }

    private void collectUses() {
        written.forEach((name, entry) -> {
            Set<String> used = new TreeSet<>();
            collectNames(entry.value(), used);
            waitingFor.put(name, used);
            used.forEach(each ->
                    users.computeIfAbsent(each, none -> new ArrayList<>()).add(name));
            if (used.isEmpty()) {
                ready.add(name);
            }
        });
    }

    private void readReady() {
        while (!ready.isEmpty()) {
            String name = ready.remove();
            read(name);
            release(name);
        }
    }

    /** Lets those read that waited for this one alone. */
    private void release(String name) {
        for (String user : users.getOrDefault(name, List.of())) {
            Set<String> used = waitingFor.getOrDefault(user, Set.of());
            if (used.remove(name) && used.isEmpty() && !circular.contains(user)) {
                ready.add(user);
            }
        }
    }

    private void read(String name) {
        Entry entry = written.get(name);
        if (entry == null) {
            throw new IllegalStateException("not a named condition: " + name);
        }
        reading.note(Section.CONDITIONS.path(name), entry);
        Placed condition = conditions.read(entry.value());
        read.put(name, condition);
        if (!circular.contains(name)) {
            conditions.define(name, condition);
        }
    }

    /** What still waits is part of a circle, or uses one. Circles are reported one after the other, and what uses them read. */
    private void readCircles() {
        for (String start : written.keySet()) {
            while (!read.containsKey(start) && !circular.contains(start)) {
                List<String> circle = circleFrom(start);
                report(circle);
                circular.addAll(circle);
                circle.forEach(this::release);
                readReady();
            }
        }
        circular.forEach(this::read); // For what else they say.
    }

    /** A circle that is met by going from use to use. */
    private List<String> circleFrom(String start) {
        Set<String> walk = new LinkedHashSet<>();
        String next = start;
        while (walk.add(next)) {
            next = waitingFor.getOrDefault(next, Set.of()).iterator().next();
        }
        List<String> steps = new ArrayList<>(walk);
        return steps.subList(steps.indexOf(next), steps.size());
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

    private void report(List<String> circle) {
        String first = circle.stream().min(String::compareTo).orElseThrow();
        List<String> turned = new ArrayList<>();
        for (int i = 0; i < circle.size(); i++) {
            turned.add(circle.get((circle.indexOf(first) + i) % circle.size()));
        }
        List<String> shown = new ArrayList<>(turned.subList(1, Math.min(turned.size(), LONGEST_SHOWN)));
        if (turned.size() > LONGEST_SHOWN) {
            shown.add("…");
        }
        shown.add(first);
        StringBuilder way = new StringBuilder(Words.quoted(first));
        shown.forEach(each -> way.append(" uses ").append(each.equals("…") ? each : Words.quoted(each)));
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
