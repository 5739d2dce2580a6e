package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Element;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The value of a fact or project attribute, as a question or a {@link Directory} gives it: one value, or what a set has. */
public sealed interface Given {
    /**
     * One value.
     *
     * @param value the value; {@code true} or {@code false} of what is simply one or the other
     */
    record Is(String value) implements Given {
        private static final Given TRUE = new Is("true");
        private static final Given FALSE = new Is("false");

        public Is {
            requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * Elements of a set.
     *
     * @param has what is in the set
     * @param lacks what is not
     * @param isWhole whether nothing else is in the set; if not, nothing is known of other elements
     */
    record Members(Set<String> has, Set<String> lacks, boolean isWhole) implements Given {
        public Members {
            has = Collections.unmodifiableSet(new TreeSet<>(has));
            lacks = Collections.unmodifiableSet(new TreeSet<>(lacks));
            Set<String> both = new TreeSet<>(has);
            both.retainAll(lacks);
            if (!both.isEmpty()) {
                throw new IllegalArgumentException("`" + both.iterator().next() + "` is said to be in the set and not");
            }
            if (isWhole && !lacks.isEmpty()) {
                throw new IllegalArgumentException("lacks: a whole set lacks every other element anyway");
            }
        }

        @Override
        public String toString() {
            List<String> parts = new ArrayList<>();
            if (isWhole || !has.isEmpty()) {
                parts.add((isWhole ? "is [" : "has [") + String.join(", ", has) + "]");
            }
            if (!lacks.isEmpty()) {
                parts.add("lacks [" + String.join(", ", lacks) + "]");
            }
            return String.join(", ", parts);
        }
    }

    /** One value. */
    static Given is(String value) {
        return switch (value) {
            case "true" -> Is.TRUE;
            case "false" -> Is.FALSE;
            default -> new Is(value);
        };
    }

    /** Whether it holds. */
    static Given is(boolean holds) {
        return holds ? Is.TRUE : Is.FALSE;
    }

    /** A set with exactly some elements. */
    static Given exactly(Collection<String> elements) {
        return new Members(Set.copyOf(elements), Set.of(), true);
    }

    /** A set of which only some elements are known to be in it or not. */
    static Given partly(Collection<String> has, Collection<String> lacks) {
        return new Members(Set.copyOf(has), Set.copyOf(lacks), false);
    }

    /** This and something else that is given of the same; empty if the two cannot both be so. */
    default Optional<Given> joined(Given other) {
        if (equals(other)) {
            return Optional.of(this);
        }
        if (!(this instanceof Members one) || !(other instanceof Members two)) {
            return Optional.empty();
        }
        Set<String> has = new TreeSet<>(one.has);
        has.addAll(two.has);
        Set<String> lacks = new TreeSet<>(one.lacks);
        lacks.addAll(two.lacks);
        boolean isWhole = one.isWhole || two.isWhole;
        boolean agree = Collections.disjoint(has, lacks)
                && (!one.isWhole || has.equals(one.has))
                && (!two.isWhole || has.equals(two.has));
        return agree ? Optional.of(new Members(has, isWhole ? Set.of() : lacks, isWhole)) : Optional.empty();
    }

    /**
     * This and something else that is given of the same.
     *
     * @param what what it is given of, for the exception
     * @throws IllegalArgumentException if the two cannot both be so
     */
    default Given and(String what, Given other) {
        return joined(other)
                .orElseThrow(() ->
                        new IllegalArgumentException(what + " is said to be both `" + this + "` and `" + other + "`"));
    }

    /** The place of what is given among the values of a variable; -1 if nothing is given of it, or no value of it. */
    default int place(Variable variable) {
        if (this instanceof Is is) {
            return variable.place(is.value);
        }
        Members members = (Members) this;
        String element = variable.element().map(Element::value).orElse("");
        return members.has.contains(element) ? 1 : members.isWhole || members.lacks.contains(element) ? 0 : -1;
    }
}
