package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One element of a set of values. Inside, a set is one boolean for each element, with a name such as
 * {@code datasets[ecds]}, which nothing that a policy declares can have.
 *
 * @param set the name of the set
 * @param value the element
 */
public record Element(String set, String value) {
    public Element {
        requireNonNull(set, "set");
        requireNonNull(value, "value");
    }

    /** The element that a name stands for, if it stands for one. */
    public static Optional<Element> named(String name) {
        int open = name.indexOf('[');
        return open > 0 && name.endsWith("]")
                ? Optional.of(new Element(name.substring(0, open), name.substring(open + 1, name.length() - 1)))
                : Optional.empty();
    }

    /** The name of what a name stands for: the set of an element, or the name itself. */
    public static String owner(String name) {
        return named(name).map(Element::set).orElse(name);
    }

    /** Its name inside. */
    public String name() {
        return set + "[" + value + "]";
    }

    /** That it is in the set, or is not: {@code datasets has ecds}, {@code datasets lacks ecds}. */
    public String phrase(boolean isIn) {
        return set + (isIn ? " has " : " lacks ") + value;
    }
}
