package dev.remit.load;

import dev.remit.model.Condition;
import dev.remit.model.Element;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a condition as it could stand in a policy file, for messages. */
final class ConditionText {
    private ConditionText() {}

    static String of(Placed placed) {
        if (placed.name().isEmpty() && placed.parts().size() == 1 && !(placed.condition() instanceof Condition.Not)) {
            return of(placed.parts().get(0));
        }
        return placed.name().orElseGet(() -> of(placed.condition()));
    }

    private static String of(Condition condition) {
        if (condition instanceof Condition.Leaf leaf) {
            List<String> values = leaf.holdsWith().stream().sorted().toList();
            return leaf.holdsWith().equals(Condition.TRUE)
                    ? Element.named(leaf.about())
                            .map(element -> element.set() + ": {has: " + element.value() + "}")
                            .orElse(leaf.about())
                    : leaf.about() + ": " + (values.size() == 1 ? values.get(0) : values.toString());
        }
        if (condition instanceof Condition.Not not) {
            return "not: " + of(not.condition());
        }
        return condition instanceof Condition.All all
                ? "all: " + list(all.parts())
                : "any: " + list(((Condition.AnyOf) condition).parts());
    }

    private static String list(List<Condition> parts) {
        return parts.stream().map(ConditionText::of).collect(Collectors.joining(", ", "[", "]"));
    }
}
