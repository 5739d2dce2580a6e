package dev.remit.diagram;

import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.BitSet;
import java.util.List;

/** The complete questions in which each variable has one of some values, whatever the others have. Immutable. */
public final class Box implements Comparable<Box> {
    private final Space space;
    private final List<BitSet> values;

    Box(Space space, List<BitSet> values) {
        this.space = space;
        this.values = List.copyOf(values);
    }

    static BitSet[] everything(Space space) {
        return space.variables().stream().map(Box::every).toArray(BitSet[]::new);
    }

    static BitSet every(Variable variable) {
        BitSet every = new BitSet();
        every.set(0, variable.size());
        return every;
    }

    /** The places of the values a variable may have. */
    public BitSet values(Variable variable) {
        return (BitSet) values.get(variable.index()).clone();
    }

    /** Whether a variable may have any of its values. */
    public boolean isFree(Variable variable) {
        return values.get(variable.index()).cardinality() == variable.size();
    }

    /** The words of the values a variable may have, in their order. */
    public List<String> words(Variable variable) {
        return values.get(variable.index()).stream()
                .mapToObj(variable.values()::get)
                .toList();
    }

    /** The variables that may not have just any value, in the order of the space. */
    public List<Variable> bound() {
        return space.variables().stream().filter(each -> !isFree(each)).toList();
    }

    /** By what the first variable that differs may be, in the order of the space: earlier values first, then fewer. */
    @Override
    public int compareTo(Box other) {
        for (Variable variable : space.variables()) {
            int one = -1;
            int another = -1;
            do {
                one = values.get(variable.index()).nextSetBit(one + 1);
                another = other.values.get(variable.index()).nextSetBit(another + 1);
            } while (one == another && one >= 0);
            if (one != another) {
                return Integer.compare(one, another);
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return bound().stream()
                .map(each -> each.name() + "=" + String.join("|", words(each)))
                .reduce((one, other) -> one + " " + other)
                .orElse("everything");
    }
}
