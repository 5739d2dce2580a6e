package dev.remit.diagram;

import dev.remit.model.Condition;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What is left of a condition once it is known which value an attribute has. */
final class Cofactor {
    private final String attribute;
    private final String value;

    private Cofactor(Variable attribute, String value) {
        this.attribute = attribute.name();
        this.value = value;
    }

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
        if (!mentions(condition, attribute.name())) {
            return new Split(values, List.of(condition), false);
        }
        List<Condition> rest = new ArrayList<>();
        parts(condition, attribute, values, rest);
        Condition left = all(rest);
        if (!mentions(left, attribute.name())) {
            return new Split(values, List.of(left), true);
        }
        List<Condition> byValue = new ArrayList<>();
        for (int each = 0; each < attribute.size(); each++) {
            Condition under = new Cofactor(attribute, attribute.values().get(each)).given(left);
            values.set(each, values.get(each) && !under.equals(Condition.NEVER));
            byValue.add(under);
        }
        return new Split(values, byValue, true);
    }

    /** What is left of a condition if an attribute has a value. */
    static Condition under(Condition condition, Variable attribute, int value) {
        return new Cofactor(attribute, attribute.values().get(value)).given(condition);
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

    private Condition given(Condition condition) {
        if (condition instanceof Condition.Leaf is && is.about().equals(attribute)) {
            return is.holdsWith().contains(value) ? Condition.ALWAYS : Condition.NEVER;
        }
        if (condition instanceof Condition.Not not) {
            return negated(given(not.condition()));
        }
        if (condition instanceof Condition.All all) {
            return all(all.parts().stream().map(this::given).toList());
        }
        if (condition instanceof Condition.AnyOf any) {
            return any(any.parts().stream().map(this::given).toList());
        }
        return condition;
    }

    private static Condition negated(Condition condition) {
        return condition.equals(Condition.ALWAYS)
                ? Condition.NEVER
                : condition.equals(Condition.NEVER) ? Condition.ALWAYS : new Condition.Not(condition);
    }

    private static Condition all(List<Condition> parts) {
        if (parts.contains(Condition.NEVER)) {
            return Condition.NEVER;
        }
        List<Condition> left =
                parts.stream().filter(part -> !part.equals(Condition.ALWAYS)).toList();
        return left.size() == 1 ? left.get(0) : left.isEmpty() ? Condition.ALWAYS : new Condition.All(left);
    }

    private static Condition any(List<Condition> parts) {
        if (parts.contains(Condition.ALWAYS)) {
            return Condition.ALWAYS;
        }
        List<Condition> left =
                parts.stream().filter(part -> !part.equals(Condition.NEVER)).toList();
        return left.size() == 1 ? left.get(0) : left.isEmpty() ? Condition.NEVER : new Condition.AnyOf(left);
    }

    private static boolean mentions(Condition condition, String attribute) {
        if (condition instanceof Condition.Leaf is) {
            return is.about().equals(attribute);
        }
        if (condition instanceof Condition.Not not) {
            return mentions(not.condition(), attribute);
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(part -> mentions(part, attribute));
        }
        return condition instanceof Condition.AnyOf any
                && any.parts().stream().anyMatch(part -> mentions(part, attribute));
    }
}
