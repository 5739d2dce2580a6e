package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * A finite condition over project attributes, permissions and facts. Named conditions are already expanded.
 *
 * <p>The order of parts never matters to what a condition means; two conditions that mean the same may still differ as
 * values.
 */
public sealed interface Condition {

    /** Holds always. */
    Condition ALWAYS = new All(List.of());

    /** Holds when a fact is true. */
    record FactHolds(Id.Fact fact) implements Condition {
        public FactHolds {
            requireNonNull(fact, "fact");
        }
    }

    /** Holds when a project attribute has one of some values. */
    record AttributeIs(Id.Attribute attribute, Set<Id.Value> values) implements Condition {
        public AttributeIs {
            requireNonNull(attribute, "attribute");
            values = Sorted.set(values);
        }
    }

    /** Holds when the project holds the permission of an opt-out register. */
    record Permitted(Id.Register register) implements Condition {
        public Permitted {
            requireNonNull(register, "register");
        }
    }

    /** Holds when another condition does not. */
    record Not(Condition condition) implements Condition {
        public Not {
            requireNonNull(condition, "condition");
        }
    }

    /** Holds when every part does; with no parts, always. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when at least one part does; with no parts, never. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }
}
