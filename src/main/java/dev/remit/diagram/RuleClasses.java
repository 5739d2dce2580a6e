package dev.remit.diagram;

import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What rules and constraints do in a cell, names and sets aside: each kind once, by number. Thousands of rules are
 * seldom more than a few kinds once it is known which value an attribute of many values has, and what the few say
 * together has to be worked out once only.
 */
final class RuleClasses {
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<Kind, Integer> numbers = new HashMap<>();
    private final List<Map<Variable, Cut>> cuts = new ArrayList<>();
    private final List<Set<Id.Register>> ever = new ArrayList<>();

    /** What something does, and when. */
    sealed interface Kind {
        Condition when();

        /** The same under another condition. */
        Kind when(Condition other);

        /** Whether it is a rule's, and so has a place in a cell. */
        default boolean isOfRule() {
            return this instanceof Forbids || this instanceof Permits;
        }
    }

    /** A constraint is violated when the condition holds. */
    record Violates(int constraint, Condition when) implements Kind {
        @Override
        public Kind when(Condition other) {
            return new Violates(constraint, other);
        }
    }

    /** There is no such state when the condition holds. */
    record Impossible(Condition when) implements Kind {
        /** That a permission is held and was never held. */
        static Impossible of(Id.Register register) {
            return new Impossible(new Condition.All(List.of(
                    new Condition.Permitted(register), new Condition.Not(new Condition.EverPermitted(register)))));
        }

        @Override
        public Kind when(Condition other) {
            return new Impossible(other);
        }
    }

    /** A rule forbids when the condition holds. */
    record Forbids(Condition when) implements Kind {
        @Override
        public Kind when(Condition other) {
            return new Forbids(other);
        }
    }

    /** A rule permits when the condition holds, with these stances. */
    record Permits(Condition when, Map<Id.Register, Stance> stances) implements Kind {
        @Override
        public Kind when(Condition other) {
            return new Permits(other, stances);
        }
    }

    /** What is left of a kind when it is known which value an attribute has. */
    static final class Cut {
        private final BitSet values;
        private final int[] left;

        /**
         * What is left.
         *
         * @param values the values under which the kind can apply
         * @param left the kind left under each value, if they differ; else the one kind left
         */
        private Cut(BitSet values, int... left) {
            this.values = values;
            this.left = left;
        }

        /** The values under which the kind can apply. */
        IntStream values() {
            return values.stream();
        }

        /** The kind left under one of these values. */
        int under(int value) {
            return left.length == 1 ? left[0] : left[value];
        }
    }

    /** What a rule does. */
    static Kind of(Rule rule) {
        return switch (rule.effect()) {
            case FORBID -> new Forbids(rule.when());
            case PERMIT -> new Permits(rule.when(), rule.stances());
        };
    }

    int number(Kind kind) {
        Integer known = numbers.get(kind);
        if (known == null) {
            known = kinds.size();
            kinds.add(kind);
            cuts.add(new LinkedHashMap<>(2));
            ever.add(everHeld(kind.when()));
            numbers.put(kind, known);
        }
        return known;
    }

    Kind kind(int number) {
        return kinds.get(number);
    }

    /** The registers whose permission makes a difference to a kind even when it is no longer held. */
    Set<Id.Register> everHeld(int number) {
        return ever.get(number);
    }

    static Set<Id.Register> everHeld(Condition condition) {
        return condition
                .leaves()
                .filter(Condition.EverPermitted.class::isInstance)
                .map(leaf -> ((Condition.EverPermitted) leaf).register())
                .collect(Collectors.toUnmodifiableSet());
    }

    Cut cut(int number, Variable attribute) {
        Cut known = cuts.get(number).get(attribute);
        if (known == null) {
            known = cutAnew(number, attribute);
            cuts.get(number).put(attribute, known);
        }
        return known;
    }

    private Cut cutAnew(int number, Variable attribute) {
        Kind kind = kinds.get(number);
        Cofactor.Split split = Cofactor.split(kind.when(), attribute);
        if (!split.mentioned()) {
            return new Cut(split.values(), number);
        }
        if (split.rest().size() == 1) {
            return new Cut(
                    split.values(), new int[] {number(kind.when(split.rest().get(0)))});
        }
        int[] left = new int[attribute.size()];
        split.values().stream()
                .forEach(value -> left[value] = number(kind.when(split.rest().get(value))));
        return new Cut(split.values(), left);
    }
}
