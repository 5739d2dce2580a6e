package dev.remit.decide;

import dev.remit.diagram.Diagram;
import dev.remit.diagram.Leaf;
import dev.remit.model.Assignment;
import dev.remit.model.OptOutRequest;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds every inclusion-minimal part of what a question says that forces its answer by itself. Exact: it goes over the
 * diagram, and at each node either relies on the value that was said or asks for the same answer whatever the value is.
 * Sets are looked for by size, so that the smallest are found first however many there are.
 *
 * <p>What is left out may be anything that can be: states that break a constraint do not count. A choice that is left
 * open is made by the asker: a permit needs one that is permitted whatever else, a denial that none is.
 */
final class SufficientReasons {
    /** How many sets of one size or less a node may have before the search gives up and says that there are more. */
    private static final int MOST = 2048;

    private static final Comparator<BitSet> SMALLEST_FIRST =
            Comparator.comparingInt(BitSet::cardinality).thenComparing(SufficientReasons::first);

    private final Diagram diagram;
    private final Assignment assignment;
    private final Basis basis;
    private final PermissionMemory memory;
    private final Map<Integer, List<BitSet>> known = new HashMap<>();
    private int size;
    private boolean isCut;
    private boolean isFull;

    /**
     * Prepares to find what forces an answer.
     *
     * @param basis what the answer rests on; nothing forces one that hangs on what was not said
     */
    SufficientReasons(Diagram diagram, Assignment assignment, Basis basis) {
        this.diagram = diagram;
        this.assignment = assignment;
        this.basis = basis;
        memory = new PermissionMemory(assignment.space());
    }

    /** At most so many, smallest first. */
    Possibilities.Listed<SufficientReason> find(int most) {
        if (basis == Basis.MISSING_INFORMATION) {
            return Possibilities.Listed.none();
        }
        List<BitSet> found = List.of();
        for (size = 0; ; size++) {
            known.clear();
            isCut = false;
            List<BitSet> larger = from(diagram.root());
            if (isFull && !found.isEmpty()) {
                break;
            }
            found = larger;
            if (isFull || !isCut || found.size() > most) {
                break;
            }
        }
        return new Possibilities.Listed<>(
                found.stream().limit(most).map(this::reason).toList(), isFull || isCut || found.size() > most);
    }

    /** The lower first variable first, as lists are compared. */
    private static int first(BitSet one, BitSet other) {
        int a = one.nextSetBit(0);
        int b = other.nextSetBit(0);
        while (a == b && a >= 0) {
            a = one.nextSetBit(a + 1);
            b = other.nextSetBit(b + 1);
        }
        return Integer.compare(a, b);
    }

    private SufficientReason reason(BitSet variables) {
        return new SufficientReason(variables.stream()
                .mapToObj(index -> assignment.space().variables().get(index))
                .map(variable -> new ValueRestriction(variable, List.of(assignment.word(variable))))
                .toList());
    }

    /** Whether something was said of it that can be left out. */
    private boolean isSaid(Variable variable) {
        return variable.kind() == Variable.Kind.WISH
                ? assignment.value(variable) != OptOutRequest.UNSTATED.ordinal()
                : variable.kind().isKnowledge() && !assignment.isOpen(variable);
    }

    private boolean isEither(Variable variable) {
        return basis == Basis.GRANTED && variable.kind().isChoice();
    }

    private boolean isForced(int leaf) {
        Leaf end = diagram.leaves().get(~leaf);
        boolean isImpossible =
                end == Leaf.NoState.NO_STATE || (end instanceof Leaf.Denied denied && denied.inconsistent());
        return switch (basis) {
            case GRANTED -> isImpossible || end instanceof Leaf.Granted;
            case INCONSISTENT -> isImpossible;
            case FORBIDDEN, NOT_GRANTED, MISSING_INFORMATION -> isImpossible || end instanceof Leaf.Denied;
        };
    }

    /** The minimal sets of variables, no larger than wanted, that force the answer from a node on. */
    private List<BitSet> from(int node) {
        if (diagram.isLeaf(node)) {
            return isForced(node) ? List.of(new BitSet()) : List.of();
        }
        List<BitSet> done = known.get(node);
        if (done == null) {
            done = branch(node);
            known.put(node, done);
        }
        return done;
    }

    private List<BitSet> branch(int node) {
        Variable variable = diagram.variable(node);
        boolean isSaid = isSaid(variable);
        if (!isSaid && !assignment.isOpen(variable)) {
            return from(diagram.child(node, assignment.value(variable)));
        }
        if (isEither(variable)) {
            return minimal(children(node, variable).stream()
                    .flatMap(child -> from(child).stream())
                    .toList());
        }
        List<BitSet> found = new ArrayList<>(whatever(children(node, variable)));
        if (isSaid) {
            for (BitSet each : from(diagram.child(node, assignment.value(variable)))) {
                BitSet relied = (BitSet) each.clone();
                relied.set(variable.index());
                found.add(relied);
                memory.implying(variable, assignment).ifPresent(other -> {
                    BitSet implied = (BitSet) each.clone();
                    implied.set(other.index());
                    found.add(implied);
                });
            }
        }
        return minimal(found);
    }

    private Set<Integer> children(int node, Variable variable) {
        Set<Integer> children = new LinkedHashSet<>();
        for (int value = 0; value < variable.size(); value++) {
            children.add(diagram.child(node, value));
        }
        return children;
    }

    /** The sets that force the answer from all of some nodes. */
    private List<BitSet> whatever(Set<Integer> nodes) {
        List<BitSet> all = List.of(new BitSet());
        for (int node : nodes) {
            List<BitSet> both = new ArrayList<>();
            for (BitSet other : all.isEmpty() ? List.<BitSet>of() : from(node)) {
                for (BitSet one : all) {
                    BitSet union = (BitSet) one.clone();
                    union.or(other);
                    both.add(union);
                }
            }
            all = minimal(both);
        }
        return all;
    }

    /** Those no larger than wanted that hold no other, smallest first. */
    private List<BitSet> minimal(List<BitSet> sets) {
        List<BitSet> minimal = new ArrayList<>();
        for (BitSet each : sets.stream().sorted(SMALLEST_FIRST).toList()) {
            if (each.cardinality() > size) {
                isCut = true;
                break;
            }
            if (minimal.stream().noneMatch(smaller -> isWithin(smaller, each))) {
                if (minimal.size() == MOST) {
                    isFull = true;
                    break;
                }
                minimal.add(each);
            }
        }
        return minimal;
    }

    private static boolean isWithin(BitSet smaller, BitSet larger) {
        BitSet outside = (BitSet) smaller.clone();
        outside.andNot(larger);
        return outside.isEmpty();
    }
}
