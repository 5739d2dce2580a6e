package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * The name of something a policy declares, typed by what it names, so that a role can never be passed where a level is
 * meant.
 *
 * <p>An id compares by its text, each with its own kind: hash tables find their way among ids of one hash code only if an
 * id says by itself that it can be compared with others of its very class. The form of ids (lower-case kebab-case or digits for most) is checked where policies
 * are loaded; here an id only has to say something.
 */
public sealed interface Id {
    /** Ids in the order of their text, whatever they name. */
    Comparator<Id> IN_ORDER = Comparator.comparing(Id::value);

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

    private static void check(String value) {
        if (requireNonNull(value, "value").isBlank()) {
            throw new IllegalArgumentException("an id must not be blank");
        }
    }

    /** Names a policy. */
    record Policy(String value) implements Id, Comparable<Policy> {
        public Policy {
            check(value);
        }

        @Override
        public int compareTo(Policy other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a role: the hat a person wears for a question. */
    record Role(String value) implements Id, Comparable<Role> {
        public Role {
            check(value);
        }

        @Override
        public int compareTo(Role other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names an activity: what is done. */
    record Activity(String value) implements Id, Comparable<Activity> {
        public Activity {
            check(value);
        }

        @Override
        public int compareTo(Activity other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a data level: what it is done to. */
    record Level(String value) implements Id, Comparable<Level> {
        public Level {
            check(value);
        }

        @Override
        public int compareTo(Level other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a work category: the purpose. */
    record Category(String value) implements Id, Comparable<Category> {
        public Category {
            check(value);
        }

        @Override
        public int compareTo(Category other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a route: the way data is reached. */
    record Route(String value) implements Id, Comparable<Route> {
        public Route {
            check(value);
        }

        @Override
        public int compareTo(Route other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a project attribute, without the {@code project.} prefix. */
    record Attribute(String value) implements Id, Comparable<Attribute> {
        public Attribute {
            check(value);
        }

        @Override
        public int compareTo(Attribute other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names one value of a project attribute; the two values of a boolean attribute are {@code false} and {@code true}. */
    record Value(String value) implements Id, Comparable<Value> {
        public Value {
            check(value);
        }

        @Override
        public int compareTo(Value other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a fact about a person or moment. */
    record Fact(String value) implements Id, Comparable<Fact> {
        public Fact {
            check(value);
        }

        @Override
        public int compareTo(Fact other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names an opt-out register. */
    record Register(String value) implements Id, Comparable<Register> {
        public Register {
            check(value);
        }

        @Override
        public int compareTo(Register other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names an obligation: a duty that comes with a permit. */
    record Obligation(String value) implements Id, Comparable<Obligation> {
        public Obligation {
            check(value);
        }

        @Override
        public int compareTo(Obligation other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a rule. */
    record Rule(String value) implements Id, Comparable<Rule> {
        public Rule {
            check(value);
        }

        @Override
        public int compareTo(Rule other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a constraint. */
    record Constraint(String value) implements Id, Comparable<Constraint> {
        public Constraint {
            check(value);
        }

        @Override
        public int compareTo(Constraint other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names an invariant. */
    record Invariant(String value) implements Id, Comparable<Invariant> {
        public Invariant {
            check(value);
        }

        @Override
        public int compareTo(Invariant other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a source clause or a ruling, as cited by a rule. */
    record Citation(String value) implements Id, Comparable<Citation> {
        public Citation {
            check(value);
        }

        @Override
        public int compareTo(Citation other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a source document. */
    record Source(String value) implements Id, Comparable<Source> {
        public Source {
            check(value);
        }

        @Override
        public int compareTo(Source other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a registered project. */
    record Project(String value) implements Id, Comparable<Project> {
        public Project {
            check(value);
        }

        @Override
        public int compareTo(Project other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a registered person. */
    record Person(String value) implements Id, Comparable<Person> {
        public Person {
            check(value);
        }

        @Override
        public int compareTo(Person other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
