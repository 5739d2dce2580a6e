package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The name of something a policy declares, typed by what it names, so that a role can never be passed where a level is
 * meant.
 *
 * <p>An id compares by its text. The form of ids (lower-case kebab-case or digits for most) is checked where policies
 * are loaded; here an id only has to say something.
 */
public sealed interface Id extends Comparable<Id> {

    /**
     * An immutable set of ids in their order. The records of this package keep such a set as it is, so one can be shared
     * by many of them.
     */
    static <T extends Id> Set<T> sorted(Collection<T> ids) {
        return Sorted.set(ids);
    }

    /** An immutable map in the order of its ids, kept and shared in the same way. */
    static <K extends Id, V> Map<K, V> sorted(Map<K, V> entries) {
        return Sorted.map(entries);
    }

    /** The id as it is written in the policy. */
    String value();

    @Override
    default int compareTo(Id other) {
        return value().compareTo(other.value());
    }

    private static void check(String value) {
        if (requireNonNull(value, "value").isBlank()) {
            throw new IllegalArgumentException("an id must not be blank");
        }
    }

    /** Names a policy. */
    record Policy(String value) implements Id {
        public Policy {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a role: the hat a person wears for a question. */
    record Role(String value) implements Id {
        public Role {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names an activity: what is done. */
    record Activity(String value) implements Id {
        public Activity {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a data level: what it is done to. */
    record Level(String value) implements Id {
        public Level {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a work category: the purpose. */
    record Category(String value) implements Id {
        public Category {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a route: the way data is reached. */
    record Route(String value) implements Id {
        public Route {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a project attribute, without the {@code project.} prefix. */
    record Attribute(String value) implements Id {
        public Attribute {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names one value of a project attribute; the two values of a boolean attribute are {@code false} and {@code true}. */
    record Value(String value) implements Id {
        public Value {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a fact about a person or moment. */
    record Fact(String value) implements Id {
        public Fact {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names an opt-out register. */
    record Register(String value) implements Id {
        public Register {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names an obligation: a duty that comes with a permit. */
    record Obligation(String value) implements Id {
        public Obligation {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a rule. */
    record Rule(String value) implements Id {
        public Rule {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a constraint. */
    record Constraint(String value) implements Id {
        public Constraint {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names an invariant. */
    record Invariant(String value) implements Id {
        public Invariant {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a source clause or a ruling, as cited by a rule. */
    record Citation(String value) implements Id {
        public Citation {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a source document. */
    record Source(String value) implements Id {
        public Source {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a registered project. */
    record Project(String value) implements Id {
        public Project {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a registered person. */
    record Person(String value) implements Id {
        public Person {
            check(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
