package dev.remit.load;

import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import java.util.List;
import java.util.Set;
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
        if (condition instanceof Condition.AttributeIs leaf) {
            if (leaf.values().equals(Set.of(ProjectAttribute.BOOLEAN.get(1)))) {
                return leaf.about();
            }
            List<String> values = leaf.values().stream().map(Id.Value::value).toList();
            return leaf.about() + ": " + (values.size() == 1 ? values.get(0) : values.toString());
        }
        if (condition instanceof Condition.Leaf leaf) {
            return leaf.about();
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
