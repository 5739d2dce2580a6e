package dev.remit.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A store of patterns: diagrams over knowledge and wishes over numbered places in place of rules, so that the
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
    PatternInstance filled(int pattern, long[] claims) {
        return fill(trim(pattern), claims);
    }

    private static PatternInstance fill(Trim trim, long[] claims) {
        long[] kept = new long[trim.places.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = claims[trim.places[i]];
        }
        return new PatternInstance(trim.pattern, kept);
    }

    /** What is said over the states of all of some filled patterns. */
    PatternInstance overKnowledge(List<PatternInstance> all) {
        return merge(all, overKnowledge);
    }

    /** What is said when the asker may choose between some filled patterns. */
    PatternInstance overChoices(List<PatternInstance> all) {
        return merge(all, overChoices);
    }

    private PatternInstance merge(List<PatternInstance> all, Forest<Leaf>.Operation operation) {
        long[] claims = union(all);
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

    /** All that is claimed, ascending and each once. */
    private static long[] union(List<PatternInstance> all) {
        int length = 0;
        for (PatternInstance each : all) {
            length += each.claims().length;
        }
        long[] every = new long[length];
        int end = 0;
        for (PatternInstance each : all) {
            System.arraycopy(each.claims(), 0, every, end, each.claims().length);
            end += each.claims().length;
        }
        Arrays.sort(every);
        int size = 0;
        for (long each : every) {
            if (size == 0 || every[size - 1] != each) {
                every[size++] = each;
            }
        }
        return Arrays.copyOf(every, size);
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
                known = forest.leaf(forest.value(pattern).copied(places, operation::onLeaves));
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
            BitSet reached = new BitSet();
            reach(pattern, reached, new HashSet<>());
            int[] places = reached.stream().toArray();
            boolean whole = reached.length() == places.length;
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

    private void reach(int pattern, BitSet reached, Set<Integer> seen) {
        if (!seen.add(pattern)) {
            return;
        }
        if (forest.isLeaf(pattern)) {
            forest.value(pattern).reach(reached);
            return;
        }
        for (int edge = 0; edge < forest.arity(pattern); edge++) {
            reach(forest.child(pattern, edge), reached, seen);
        }
    }
}
