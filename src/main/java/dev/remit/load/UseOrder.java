package dev.remit.load;

import dev.remit.diagnostic.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The order in which to read things that use one another by name: each after those it uses. Finds the circles among them. */
final class UseOrder {
    private static final int LONGEST_SHOWN = 12;

    private final SortedMap<String, Set<String>> waitingFor = new TreeMap<>();
    private final Map<String, List<String>> users = new HashMap<>();
    private final Deque<String> ready = new ArrayDeque<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> circular = new TreeSet<>();
    private final Consumer<String> read;

    private UseOrder(Consumer<String> read) {
        this.read = read;
    }

    /**
     * Reads each of some things after those it uses, but for those that use themselves.
     *
     * @param uses for each name the names it uses, all of them among the keys
     * @param read reads a thing
     * @param report reports a circle, given from the name that comes first in the alphabet
     * @return those that use themselves, which were not read
     */
    static Set<String> read(Map<String, Set<String>> uses, Consumer<String> read, Consumer<List<String>> report) {
        UseOrder order = new UseOrder(read);
        uses.forEach(order::add);
        order.readReady();
        order.readCircles(report);
        return order.circular;
    }

    /** A circle in words: {@code `a` uses `b` uses `a`}. */
    static String way(List<String> circle, String uses) {
        List<String> shown = new ArrayList<>(circle.subList(1, Math.min(circle.size(), LONGEST_SHOWN)));
        if (circle.size() > LONGEST_SHOWN) {
            shown.add("…");
        }
        shown.add(circle.get(0));
        StringBuilder way = new StringBuilder(Words.quoted(circle.get(0)));
        shown.forEach(
                each -> way.append(' ').append(uses).append(' ').append(each.equals("…") ? each : Words.quoted(each)));
        return way.toString();
    }

    private void add(String name, Set<String> uses) {
        Set<String> used = new TreeSet<>(uses);
        waitingFor.put(name, used);
        used.forEach(
                each -> users.computeIfAbsent(each, none -> new ArrayList<>()).add(name));
        if (used.isEmpty()) {
            ready.add(name);
        }
    }

    private void readReady() {
        while (!ready.isEmpty()) {
            String name = ready.remove();
            read.accept(name);
            done.add(name);
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

    /** What still waits is part of a circle, or uses one. Circles are reported one after the other, and what uses them read. */
    private void readCircles(Consumer<List<String>> report) {
        for (String start : waitingFor.keySet()) {
            while (!done.contains(start) && !circular.contains(start)) {
                List<String> circle = circleFrom(start);
                report.accept(fromFirst(circle));
                circular.addAll(circle);
                circle.forEach(this::release);
                readReady();
            }
        }
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

    private static List<String> fromFirst(List<String> circle) {
        String first = circle.stream().min(String::compareTo).orElseThrow();
        List<String> turned = new ArrayList<>(circle);
        Collections.rotate(turned, -circle.indexOf(first));
        return turned;
    }
}
