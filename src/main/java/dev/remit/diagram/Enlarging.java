package dev.remit.diagram;

import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Makes boxes as large as a set of questions allows. */
final class Enlarging {
    private final Forest<Boolean> sets;
    private final List<Variable> byPosition;
    private final int within;

    Enlarging(Forest<Boolean> sets, List<Variable> byPosition, int within) {
        this.sets = sets;
        this.byPosition = byPosition;
        this.within = within;
    }

    /** What stands last in the order of the space is freed first, so that boxes mention as little as they can. */
    Box enlarged(Space space, Box box) {
        BitSet[] values = space.variables().stream().map(box::values).toArray(BitSet[]::new);
        List<Variable> variables = space.variables();
        for (int index = variables.size() - 1; index >= 0; index--) {
            Variable variable = variables.get(index);
            BitSet own = values[index];
            values[index] = Box.every(variable);
            if (holds(values)) {
                continue;
            }
            values[index] = own;
            for (int value = 0; value < variable.size(); value++) {
                if (!own.get(value)) {
                    own.set(value);
                    own.set(value, holds(values));
                }
            }
        }
        return new Box(space, Arrays.asList(values));
    }

    private boolean holds(BitSet[] values) {
        return holds(within, values, new PairTable());
    }

    /** Whether every question of a box is in a set. */
    private boolean holds(int set, BitSet[] box, PairTable known) {
        if (sets.isLeaf(set)) {
            return sets.value(set);
        }
        int done = known.get(set, 0);
        if (done == PairTable.ABSENT) {
            BitSet values = box[byPosition.get(sets.position(set)).index()];
            boolean all = true;
            for (int value = values.nextSetBit(0); value >= 0 && all; value = values.nextSetBit(value + 1)) {
                all = holds(sets.child(set, value), box, known);
            }
            done = all ? 1 : 0;
            known.put(set, 0, done);
        }
        return done == 1;
    }
}
