package dev.remit.diagram;

import dev.remit.model.Condition;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What is left of a condition for each value of an attribute. */
final class Cofactor {
    private Cofactor() {}

    /**
     * A condition, split by the value of an attribute.
     *
     * @param values the values under which it can hold
     * @param rest what is left of it: one condition for all of the values, or one for each value there is
     * @param mentioned whether it mentions the attribute at all
     */
    record Split(BitSet values, List<Condition> rest, boolean mentioned) {}

    static Split split(Condition condition, Variable attribute) {
        BitSet values = new BitSet();
        values.set(0, attribute.size());
        if (!Condition.isAbout(condition, attribute.name())) {
            return new Split(values, List.of(condition), false);
        }
        List<Condition> rest = new ArrayList<>();
        parts(condition, attribute, values, rest);
        Condition left = Condition.every(rest);
        if (!Condition.isAbout(left, attribute.name())) {
            return new Split(values, List.of(left), true);
        }
        List<Condition> byValue = new ArrayList<>();
        for (int each = 0; each < attribute.size(); each++) {
            Condition under = under(left, attribute, each);
            values.set(each, values.get(each) && !under.equals(Condition.NEVER));
            byValue.add(under);
        }
        return new Split(values, byValue, true);
    }

    /** What is left of a condition if an attribute has a value. */
    static Condition under(Condition condition, Variable attribute, int value) {
        return Condition.given(condition, attribute.name(), attribute.values().get(value));
    }

    /** Takes a condition that must hold apart: values the attribute must have, and the rest. */
    private static void parts(Condition condition, Variable attribute, BitSet values, List<Condition> rest) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> parts(part, attribute, values, rest));
        } else if (condition instanceof Condition.Leaf is && is.about().equals(attribute.name())) {
            BitSet named = new BitSet();
            is.holdsWith().forEach(each -> named.set(attribute.ordinal(each).orElseThrow()));
            values.and(named);
        } else {
            rest.add(condition);
        }
    }
}
