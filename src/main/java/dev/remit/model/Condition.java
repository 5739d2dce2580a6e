package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finite condition over project attributes, permissions, facts and the level asked about. Named conditions are already expanded.
 *
 * <p>The order of parts never matters to what a condition means; two conditions that mean the same may still differ as
 * values.
 */
public sealed interface Condition {

    /** Holds always. */
    Condition ALWAYS = new All(List.of());

    /** Holds never. */
    Condition NEVER = new AnyOf(List.of());

    /** The one value of what is simply true or false with which it holds. */
    Set<String> TRUE = Set.of("true");

    /** Holds when a fact is true. */
    static FactIs holds(Id.Fact fact) {
        return new FactIs(fact, Domain.ONLY_TRUE);
    }

    /** What it is made of; nothing if it is a leaf. */
    List<Condition> parts();

    /** Every leaf in it, from left to right, with repeats. */
    Stream<Leaf> leaves();

    /** Whether a condition is about something, by the name of its {@link Variable}. */
    static boolean isAbout(Condition condition, String name) {
        return condition.leaves().anyMatch(leaf -> leaf.about().equals(name));
    }

    /** What is left of a condition once it is known which value something has, by the name of its {@link Variable}. */
    static Condition given(Condition condition, String name, String value) {
        return isAbout(condition, name) ? new Given(name, value).left(condition) : condition;
    }

    /** What is left of a condition for questions about one level. */
    static Condition on(Condition condition, Id.Level level) {
        return given(condition, LevelIs.ABOUT, level.value());
    }

    /** That all of some conditions hold; those that always do are left out. */
    static Condition every(List<Condition> parts) {
        return Given.all(parts);
    }

    private static Set<String> words(Set<Id.Value> values) {
        return values.stream().map(Id.Value::value).collect(Collectors.toUnmodifiableSet());
    }

    /** A condition over one thing. */
    sealed interface Leaf extends Condition {
        /** The name of the {@link Variable} it is over. */
        String about();

        /** The values of that variable with which it holds. */
        Set<String> holdsWith();

        @Override
        default List<Condition> parts() {
            return List.of();
        }

        @Override
        default Stream<Leaf> leaves() {
            return Stream.of(this);
        }
    }

    /** Holds when a fact has one of some values. */
    record FactIs(Id.Fact fact, Set<Id.Value> values) implements Leaf {
        public FactIs {
            requireNonNull(fact, "fact");
            values = Sorted.set(values);
        }

        @Override
        public String about() {
            return Variable.Kind.FACT.prefix() + fact.value();
        }

        @Override
        public Set<String> holdsWith() {
            return words(values);
        }
    }

    /** Holds when a project attribute has one of some values. */
    record AttributeIs(Id.Attribute attribute, Set<Id.Value> values) implements Leaf {
        public AttributeIs {
            requireNonNull(attribute, "attribute");
            values = Sorted.set(values);
        }

        @Override
        public String about() {
            return Variable.Kind.ATTRIBUTE.prefix() + attribute.value();
        }

        @Override
        public Set<String> holdsWith() {
            return words(values);
        }
    }

    /** Holds when the project holds the permission of an opt-out register. */
    record Permitted(Id.Register register) implements Leaf {
        public Permitted {
            requireNonNull(register, "register");
        }

        @Override
        public String about() {
            return Variable.Kind.PERMISSION.prefix() + register.value();
        }

        @Override
        public Set<String> holdsWith() {
            return TRUE;
        }
    }

    /** Holds when the project holds the permission of an opt-out register, or has held it at any time before. */
    record EverPermitted(Id.Register register) implements Leaf {
        public EverPermitted {
            requireNonNull(register, "register");
        }

        @Override
        public String about() {
            return Variable.Kind.EVER.prefix() + register.value();
        }

        @Override
        public Set<String> holdsWith() {
            return TRUE;
        }
    }

    /**
     * Holds when one of some levels is asked about. Rules say by their reach which levels they are about; this is for
     * conditions that compare the level with something else.
     */
    record LevelIs(Set<Id.Level> levels) implements Leaf {
        /** The name of what it is over. */
        public static final String ABOUT = "level";

        public LevelIs {
            levels = Sorted.set(levels);
        }

        @Override
        public String about() {
            return ABOUT;
        }

        @Override
        public Set<String> holdsWith() {
            return levels.stream().map(Id.Level::value).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Holds when another condition does not. */
    record Not(Condition condition) implements Condition {
        public Not {
            requireNonNull(condition, "condition");
        }

        @Override
        public List<Condition> parts() {
            return List.of(condition);
        }

        @Override
        public Stream<Leaf> leaves() {
            return condition.leaves();
        }
    }

    /** Holds when every part does; with no parts, always. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Leaf> leaves() {
            return parts.stream().flatMap(Condition::leaves);
        }
    }

    /** Holds when at least one part does; with no parts, never. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Leaf> leaves() {
            return parts.stream().flatMap(Condition::leaves);
        }
    }
}
