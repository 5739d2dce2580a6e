package dev.remit.diagram;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Diagrams side by side: what each of two says about every complete question of one space, in one walk over both.
 *
 * <p>A view is a number that stands for what a diagram says, brought into the space and order of some {@link Regions}.
 * Not safe for use by several threads.
 *
 * @param <T> what is said about a question
 */
public final class Comparison<T> {
    private final Regions regions;
    private final Forest<List<T>> views = new Forest<>(CompiledPolicy.ALLOWED);
    private final Forest<List<T>>.Operation pair = views.lift((one, other) -> List.of(one.get(0), other.get(0)));
    private final Forest<List<T>>.Operation mask = views.lift((shown, said) -> shown.isEmpty() ? shown : said);
    private final Forest<List<T>>.Operation merge = views.lift((one, other) -> one.isEmpty() ? other : one);

    /** Compares within the space of some regions. */
    public Comparison(Regions regions) {
        this.regions = regions;
    }

    /** What two sides say about the same questions. */
    public record Said<T>(T before, T after) {}

    /**
     * What a diagram says.
     *
     * @param saying what a leaf says
     * @param unaskable what is said of questions with a word the diagram does not know
     */
    public int view(Diagram diagram, Renames renames, Function<Leaf, T> saying, T unaskable) {
        int said = new Lift(diagram, renames, saying, unaskable).lift(diagram.root());
        for (Variable theirs : diagram.space().variables()) {
            Variable ours = regions.space().find(renames.name(theirs)).orElseThrow();
            List<String> known = renames.values(theirs);
            if (!known.containsAll(ours.values())) {
                int[] shown = ours.values().stream()
                        .mapToInt(value -> known.contains(value) ? always(unaskable) : nothing())
                        .toArray();
                // A diagram may not look at a variable, and yet it does not know all of its values.
                said = merge.apply(mask.apply(views.node(regions.position(ours), shown), said), always(unaskable));
            }
        }
        return merge.apply(contradictions(saying.apply(Leaf.NoState.NO_STATE)), said);
    }

    /** What is said where a permission is held that was never held: there, a diagram may say anything. */
    private int contradictions(T saying) {
        int contradictions = nothing();
        for (Variable held : regions.space().variables()) {
            if (held.kind() == Variable.Kind.PERMISSION) {
                Variable ever = regions.space().everPermitted(new Id.Register(held.id()));
                int isHeld = views.node(regions.position(held), new int[] {nothing(), always(saying)});
                int isNever = views.node(regions.position(ever), new int[] {always(saying), nothing()});
                contradictions = merge.apply(contradictions, mask.apply(isHeld, isNever));
            }
        }
        return contradictions;
    }

    private int nothing() {
        return views.leaf(List.of());
    }

    /** The same said of every question. */
    public int always(T said) {
        return views.leaf(List.of(said));
    }

    private final class Lift {
        private final Diagram diagram;
        private final Renames renames;
        private final Function<Leaf, T> saying;
        private final int unaskable;
        private final Map<Integer, Integer> done = new HashMap<>();
        private final Map<Integer, Integer> leaves = new HashMap<>();

        Lift(Diagram diagram, Renames renames, Function<Leaf, T> saying, T unaskable) {
            this.diagram = diagram;
            this.renames = renames;
            this.saying = saying;
            this.unaskable = always(unaskable);
        }

        int lift(int node) {
            if (diagram.isLeaf(node)) {
                return leaves.computeIfAbsent(
                        ~node, leaf -> always(saying.apply(diagram.leaves().get(leaf))));
            }
            Integer known = done.get(node);
            if (known == null) {
                known = branch(node);
                done.put(node, known);
            }
            return known;
        }

        private int branch(int node) {
            Variable theirs = diagram.variable(node);
            Variable ours = regions.space().find(renames.name(theirs)).orElseThrow();
            List<String> values = renames.values(theirs);
            int position = regions.position(ours);
            int[] children = new int[ours.size()];
            boolean ordered = true;
            for (int value = 0; value < children.length; value++) {
                int place = values.indexOf(ours.values().get(value));
                children[value] = place < 0 ? unaskable : lift(diagram.child(node, place));
                ordered &= views.position(children[value]) > position;
            }
            if (ordered) {
                return views.node(position, children);
            }
            int together = nothing();
            for (int value = 0; value < children.length; value++) {
                int[] shown = new int[children.length];
                Arrays.fill(shown, nothing());
                shown[value] = unaskable;
                together = merge.apply(together, mask.apply(views.node(position, shown), children[value]));
            }
            return together;
        }
    }

    /** What would be said if some things were as they are in a situation, whatever they are; what it leaves open stays. */
    public int given(int view, Assignment assignment) {
        Map<Integer, Integer> given = new HashMap<>();
        for (Variable each : regions.space().variables()) {
            if (!assignment.isOpen(each)) {
                given.put(regions.position(each), assignment.value(each));
            }
        }
        return given(view, given, new HashMap<>());
    }

    private int given(int view, Map<Integer, Integer> given, Map<Integer, Integer> done) {
        if (views.isLeaf(view)) {
            return view;
        }
        Integer known = done.get(view);
        if (known == null) {
            Integer value = given.get(views.position(view));
            if (value != null) {
                known = given(views.child(view, value), given, done);
            } else {
                int[] children = new int[views.arity(view)];
                for (int edge = 0; edge < children.length; edge++) {
                    children[edge] = given(views.child(view, edge), given, done);
                }
                known = views.node(views.position(view), children);
            }
            done.put(view, known);
        }
        return known;
    }

    /**
     * What is said whatever some things are.
     *
     * @param either what is said of two states if one thing and another is said of them; associative, commutative and
     *     idempotent
     */
    public int whatever(int view, Collection<Variable> things, BinaryOperator<T> either) {
        Forest<List<T>>.Operation over = views.lift((one, other) -> List.of(either.apply(one.get(0), other.get(0))));
        BitSet positions = new BitSet();
        things.forEach(each -> positions.set(regions.position(each)));
        return whatever(view, positions, over, new HashMap<>());
    }

    private int whatever(int view, BitSet positions, Forest<List<T>>.Operation over, Map<Integer, Integer> done) {
        if (views.isLeaf(view)) {
            return view;
        }
        Integer known = done.get(view);
        if (known == null) {
            List<Integer> children = new ArrayList<>();
            for (int edge = 0; edge < views.arity(view); edge++) {
                children.add(whatever(views.child(view, edge), positions, over, done));
            }
            known = positions.get(views.position(view))
                    ? over.applyAll(children)
                    : views.node(
                            views.position(view),
                            children.stream().mapToInt(each -> each).toArray());
            done.put(view, known);
        }
        return known;
    }

    /** Two views as one. */
    public int both(int before, int after) {
        return pair.apply(before, after);
    }

    /**
     * Sorts the questions by what two views say about them.
     *
     * @param both two views as one
     * @param sorts the sorts that what is said belongs to; questions of no sort are left out, those of several are in each
     */
    public <S> Map<S, Integer> sorted(int both, Function<Said<T>, List<S>> sorts) {
        Map<S, Set<Integer>> leaves = new LinkedHashMap<>();
        for (int leaf : leaves(both)) {
            sorts.apply(said(leaf))
                    .forEach(sort -> leaves.computeIfAbsent(sort, each -> new HashSet<>())
                            .add(leaf));
        }
        Map<S, Integer> sets = new LinkedHashMap<>();
        leaves.forEach((found, wanted) -> sets.put(found, set(both, wanted, new HashMap<>())));
        return sets;
    }

    private Said<T> said(int leaf) {
        List<T> said = views.value(leaf);
        return new Said<>(said.get(0), said.get(1));
    }

    private List<Integer> leaves(int both) {
        List<Integer> found = new ArrayList<>();
        collect(both, found, new HashSet<>());
        return found;
    }

    private void collect(int node, List<Integer> found, Set<Integer> seen) {
        if (seen.add(node)) {
            if (views.isLeaf(node)) {
                found.add(node);
            } else {
                for (int edge = 0; edge < views.arity(node); edge++) {
                    collect(views.child(node, edge), found, seen);
                }
            }
        }
    }

    private int set(int node, Set<Integer> wanted, Map<Integer, Integer> done) {
        if (views.isLeaf(node)) {
            return wanted.contains(node) ? regions.all() : regions.none();
        }
        Integer known = done.get(node);
        if (known == null) {
            int[] children = new int[views.arity(node)];
            for (int edge = 0; edge < children.length; edge++) {
                children[edge] = set(views.child(node, edge), wanted, done);
            }
            known = regions.sets().node(views.position(node), children);
            done.put(node, known);
        }
        return known;
    }

    /** Everything that two views say about the questions of a set. */
    public List<Said<T>> saidOf(int both, int set) {
        Set<Integer> found = new LinkedHashSet<>();
        walk(both, set, found, new HashSet<>());
        return found.stream().map(this::said).toList();
    }

    private void walk(int node, int set, Set<Integer> found, Set<Long> seen) {
        if (set == regions.none() || !seen.add((long) node << 32 | (set & 0xFFFFFFFFL))) {
            return;
        }
        if (views.isLeaf(node)) {
            found.add(node);
            return;
        }
        Forest<Boolean> sets = regions.sets();
        int position = Math.min(views.position(node), sets.position(set));
        boolean ours = views.position(node) == position;
        boolean theirs = sets.position(set) == position;
        int edges = ours ? views.arity(node) : sets.arity(set);
        for (int edge = 0; edge < edges; edge++) {
            walk(ours ? views.child(node, edge) : node, theirs ? sets.child(set, edge) : set, found, seen);
        }
    }
}
