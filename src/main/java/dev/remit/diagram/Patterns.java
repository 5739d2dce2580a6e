package dev.remit.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A store of patterns: diagrams over knowledge and wishes that speak of numbered places in place of rules, so that the
 * same pattern serves wherever other rules do the same. Not safe for use by several threads.
 */
final class Patterns {
    private final Forest<Leaf> forest;
    private final Forest<Leaf>.Operation overKnowledge;
    private final Forest<Leaf>.Operation overChoices;
    private final Map<Integer, Trim> trims = new HashMap<>();
    private final Map<Merge, Trim> merges = new HashMap<>();

    /** A pattern without the places nobody reaches, and what its places were. */
    private static final class Trim {
        private final int pattern;
        private final int[] places;

        Trim(int pattern, int[] places) {
            this.pattern = pattern;
            this.places = places;
        }
    }

    /** Patterns to be merged, each with the places its own places become. */
    private static final class Merge {
        private final Object operation;
        private final int[] patterns;
        private final int[][] places;
        private final int hash;

        Merge(Object operation, int[] patterns, int[][] places) {
            this.operation = operation;
            this.patterns = patterns;
            this.places = places;
            hash = 31 * (31 * operation.hashCode() + Arrays.hashCode(patterns)) + Arrays.deepHashCode(places);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Merge that
                    && operation == that.operation
                    && Arrays.equals(patterns, that.patterns)
                    && Arrays.deepEquals(places, that.places);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    Patterns(int budget) {
        forest = new Forest<>(budget);
        overKnowledge = forest.liftAll(Leaf::overKnowledge);
        overChoices = forest.liftAll(Leaf::overChoices);
    }

    Forest<Leaf> forest() {
        return forest;
    }

    /** The diagrams of several states brought together. */
    Forest<Leaf>.Operation overKnowledge() {
        return overKnowledge;
    }

    /** A pattern with claims filled in, places that nobody reaches left out. */
    Filled filled(int pattern, long[] claims) {
        return fill(trim(pattern), claims);
    }

    private static Filled fill(Trim trim, long[] claims) {
        long[] kept = new long[trim.places.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = claims[trim.places[i]];
        }
        return new Filled(trim.pattern, kept);
    }

    /** What is said over the states that any of some filled patterns speaks of. */
    Filled overKnowledge(List<Filled> all) {
        return merge(all, overKnowledge);
    }

    /** What is said when the asker may choose between some filled patterns. */
    Filled overChoices(List<Filled> all) {
        return merge(all, overChoices);
    }

    private Filled merge(List<Filled> all, Forest<Leaf>.Operation operation) {
        long[] claims = all.size() == 2
                ? union(all.get(0).claims(), all.get(1).claims())
                : all.stream()
                        .flatMapToLong(each -> Arrays.stream(each.claims()))
                        .sorted()
                        .distinct()
                        .toArray();
        int[] patterns = new int[all.size()];
        int[][] places = new int[all.size()][];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = all.get(i).pattern();
            places[i] = places(all.get(i).claims(), claims);
        }
        Merge key = new Merge(operation, patterns, places);
        Trim merged = merges.get(key);
        if (merged == null) {
            merged = trim(merge(key, operation));
            merges.put(key, merged);
        }
        return fill(merged, claims);
    }

    /** All numbers of two ascending arrays, ascending. */
    private static long[] union(long[] one, long[] other) {
        if (Arrays.equals(one, other)) {
            return one;
        }
        long[] both = new long[one.length + other.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < one.length || j < other.length) {
            long next = j == other.length || (i < one.length && one[i] <= other[j]) ? one[i] : other[j];
            i += i < one.length && one[i] == next ? 1 : 0;
            j += j < other.length && other[j] == next ? 1 : 0;
            both[size++] = next;
        }
        return Arrays.copyOf(both, size);
    }

    private static int[] places(long[] claims, long[] within) {
        int[] places = new int[claims.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = Arrays.binarySearch(within, claims[i]);
        }
        return places;
    }

    /** Equal patterns end at the same leaf whatever is asked, so they are laid over each other without a search. */
    private int merge(Merge key, Forest<Leaf>.Operation operation) {
        Map<Integer, List<int[]>> alike = new TreeMap<>();
        for (int i = 0; i < key.patterns.length; i++) {
            alike.computeIfAbsent(key.patterns[i], pattern -> new ArrayList<>()).add(key.places[i]);
        }
        List<Integer> laid = new ArrayList<>();
        alike.forEach((pattern, places) -> laid.add(laidOver(pattern, places, operation, new HashMap<>())));
        return operation.applyAll(laid);
    }

    private int laidOver(
            int pattern, List<int[]> places, Forest<Leaf>.Operation operation, Map<Integer, Integer> done) {
        Integer known = done.get(pattern);
        if (known == null) {
            if (forest.isLeaf(pattern)) {
                Leaf leaf = forest.value(pattern);
                known = forest.leaf(
                        operation.onLeaves(places.stream().map(leaf::moved).toList()));
            } else {
                int[] children = new int[forest.arity(pattern)];
                for (int edge = 0; edge < children.length; edge++) {
                    children[edge] = laidOver(forest.child(pattern, edge), places, operation, done);
                }
                known = forest.node(forest.position(pattern), children);
            }
            done.put(pattern, known);
        }
        return known;
    }

    private Trim trim(int pattern) {
        Trim known = trims.get(pattern);
        if (known == null) {
            TreeSet<Integer> reached = new TreeSet<>();
            reach(pattern, reached, new HashSet<>());
            int[] places = reached.stream().mapToInt(Integer::intValue).toArray();
            boolean whole =
                    Arrays.equals(places, IntStream.range(0, places.length).toArray());
            known = new Trim(
                    whole ? pattern : laidOver(pattern, List.of(back(places)), overKnowledge, new HashMap<>()), places);
            trims.put(pattern, known);
        }
        return known;
    }

    private static int[] back(int[] places) {
        int[] back = new int[places[places.length - 1] + 1];
        for (int i = 0; i < places.length; i++) {
            back[places[i]] = i;
        }
        return back;
    }

    private void reach(int pattern, Set<Integer> reached, Set<Integer> seen) {
        if (!seen.add(pattern)) {
            return;
        }
        if (forest.isLeaf(pattern)) {
            reached.addAll(forest.value(pattern).places());
            return;
        }
        for (int edge = 0; edge < forest.arity(pattern); edge++) {
            reach(forest.child(pattern, edge), reached, seen);
        }
    }
}
