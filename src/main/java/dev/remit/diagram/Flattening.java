package dev.remit.diagram;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Space;
import dev.remit.model.Vocabulary;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Lays a finished diagram out for walking. */
final class Flattening {
    private final DiagramStore store;
    private final Layout.Builder builder;
    private final Map<PatternInstance, Integer> filled = new LinkedHashMap<>();
    private final Map<Integer, Pattern> patterns = new HashMap<>();
    private final Map<PatternInstance, Integer> numbers = new HashMap<>();
    private final Ends ends;

    /** A pattern laid out: its top, its nodes, its leaves in the order of their codes, and its depth. */
    private record Pattern(int top, int first, int size, List<Integer> leaves, int depth) {}

    /** The leaves of the whole: leaves of patterns with claims filled in. */
    private static final class Ends extends AbstractList<Leaf> {
        private final List<Leaf> leaves = new ArrayList<>();
        private final List<long[]> filled = new ArrayList<>();
        private final PatternArguments claims;

        Ends(PatternArguments claims) {
            this.claims = claims;
        }

        void add(Leaf leaf, long[] with) {
            leaves.add(leaf);
            filled.add(with);
        }

        @Override
        public Leaf get(int number) {
            return leaves.get(number).filled(claims, filled.get(number));
        }

        @Override
        public int size() {
            return leaves.size();
        }
    }

    private Flattening(DiagramStore store, Order order) {
        this.store = store;
        ends = new Ends(store.claims);
        builder = new Layout.Builder(order);
    }

    static Diagram of(Vocabulary vocabulary, Space space, Order order, DiagramStore store, int root) {
        return new Flattening(store, order).diagram(vocabulary, space, order, root);
    }

    private Diagram diagram(Vocabulary vocabulary, Space space, Order order, int root) {
        int top = builder.add(store.choices, root, leaf -> number(store.choices.value(leaf)));
        int upper = builder.size();
        List<Pattern> laid = new ArrayList<>();
        int[] begins = new int[filled.size()];
        List<Integer> table = new ArrayList<>();
        filled.forEach((each, number) -> {
            Pattern pattern = patterns.computeIfAbsent(each.pattern(), this::pattern);
            laid.add(pattern);
            begins[number] = table.size();
            pattern.leaves.forEach(leaf -> table.add(end(leaf, each.claims())));
        });
        Layout layout = builder.build();
        TwoLevelLayout parts = TwoLevelLayout.of(
                way(top, layout),
                upper,
                laid.stream().mapToInt(each -> way(each.top, layout)).toArray(),
                laid.stream().mapToInt(Pattern::first).toArray(),
                laid.stream().mapToInt(Pattern::size).toArray(),
                begins,
                table.stream().mapToInt(Integer::intValue).toArray());
        return new Diagram(
                space,
                order.ranks(),
                layout,
                parts,
                Permits.of(space, order, store, root),
                Guards.of(vocabulary, space, order, store, root),
                ends,
                depth(store.choices, root, new HashMap<>(), leaf -> patternOf(leaf).depth));
    }

    private static int way(int node, Layout layout) {
        return node < 0 ? node : layout.way(node);
    }

    private int number(PatternInstance each) {
        return filled.computeIfAbsent(each, next -> filled.size());
    }

    private Pattern patternOf(int leaf) {
        return requireNonNull(
                patterns.get(store.choices.value(leaf).pattern()), "a pattern is laid out once it is met");
    }

    private Pattern pattern(int pattern) {
        Map<Integer, Integer> codes = new LinkedHashMap<>();
        int first = builder.size();
        int top = builder.add(
                store.patterns.forest(), pattern, leaf -> codes.computeIfAbsent(leaf, next -> codes.size()));
        return new Pattern(
                top,
                first,
                builder.size() - first,
                List.copyOf(codes.keySet()),
                depth(store.patterns.forest(), pattern, new HashMap<>(), leaf -> 0));
    }

    /** The number of a leaf with claims filled in; leaves that say the same are one. */
    private int end(int leaf, long[] claims) {
        PatternInstance end = store.patterns.filled(leaf, claims);
        Integer number = numbers.putIfAbsent(end, ends.size());
        if (number == null) {
            ends.add(store.patterns.forest().value(end.pattern()), end.claims());
            return ends.size() - 1;
        }
        return number;
    }

    private static int depth(Forest<?> forest, int node, Map<Integer, Integer> known, IntUnaryOperator below) {
        if (forest.isLeaf(node)) {
            return below.applyAsInt(node);
        }
        Integer done = known.get(node);
        if (done == null) {
            done = 0;
            for (int edge = 0; edge < forest.arity(node); edge++) {
                done = Math.max(done, 1 + depth(forest, forest.child(node, edge), known, below));
            }
            known.put(node, done);
        }
        return done;
    }
}
