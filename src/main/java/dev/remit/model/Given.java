package dev.remit.model;

import java.util.List;

/** What is left of a condition once it is known which value one thing has. */
final class Given {
    private final String about;
    private final String value;

    Given(String about, String value) {
        this.about = about;
        this.value = value;
    }

    Condition left(Condition condition) {
        if (condition instanceof Condition.Leaf is && is.about().equals(about)) {
            return is.holdsWith().contains(value) ? Condition.ALWAYS : Condition.NEVER;
        }
        if (condition instanceof Condition.Not not) {
            return negated(left(not.condition()));
        }
        if (condition instanceof Condition.All all) {
            return all(all.parts().stream().map(this::left).toList());
        }
        if (condition instanceof Condition.AnyOf any) {
            return any(any.parts().stream().map(this::left).toList());
        }
        return condition;
    }

    private static Condition negated(Condition condition) {
        return condition.equals(Condition.ALWAYS)
                ? Condition.NEVER
                : condition.equals(Condition.NEVER) ? Condition.ALWAYS : new Condition.Not(condition);
    }

    /** That all of some conditions hold, without those that always do. */
    static Condition all(List<Condition> parts) {
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
}
