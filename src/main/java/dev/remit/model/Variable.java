package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing a question says something about, with the finite values it can have.
 *
 * @param index its place in its {@link Space}
 * @param kind what sort of thing it is
 * @param name its name in answers: {@code role}, {@code project.kind}, {@code project.permissions.type-1}, a fact's
 *     id, {@code optOuts.type-1}; of an element of a set, {@code datasets[ecds]}
 * @param values its values, in a fixed order; booleans are {@code false}, {@code true}
 */
public record Variable(int index, Kind kind, String name, List<String> values) {
    /** The values of what is true or false. */
    static final List<String> BOOLEAN = List.of("false", "true");

    public Variable {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        values = Ordinals.copyOf(values);
    }

    /** What sort of thing a variable is; the order is that of a space. */
    public enum Kind {
        ROLE,
        ACTIVITY,
        LEVEL,
        CATEGORY,
        ROUTE,
        ATTRIBUTE,
        PERMISSION,
        /** Whether a project has ever held a permission; one that holds it has. */
        EVER,
        FACT,
        WISH;

        /** What the names of these begin with, before what they are declared as. */
        public String prefix() {
            return switch (this) {
                case ATTRIBUTE -> "project.";
                case PERMISSION -> "project.permissions.";
                case EVER -> "project.permissionsEver.";
                case WISH -> "optOuts.";
                case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE, FACT -> "";
            };
        }

        /** Whether rules list sets of these. */
        public boolean isDimension() {
            return switch (this) {
                case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE -> true;
                case ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> false;
            };
        }

        /** Whether a question may leave this to the asker's choice. */
        public boolean isChoice() {
            return switch (this) {
                case CATEGORY, ROUTE -> true;
                case ROLE, ACTIVITY, LEVEL, ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> false;
            };
        }

        /** Whether a question may leave this unknown. */
        public boolean isKnowledge() {
            return switch (this) {
                case ATTRIBUTE, PERMISSION, EVER, FACT -> true;
                case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE, WISH -> false;
            };
        }

        /** Whether this is about the project. */
        public boolean isOfProject() {
            return switch (this) {
                case ATTRIBUTE, PERMISSION, EVER -> true;
                case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE, FACT, WISH -> false;
            };
        }
    }

    /** What it is declared as: the id of a fact, attribute or opt-out register; else its name. */
    public String id() {
        return name.substring(kind.prefix().length());
    }

    /** The element of a set that it stands for, if it stands for one. */
    public Optional<Element> element() {
        return Element.named(id());
    }

    /** The name of what people say it about: the set of an element, or its own name. */
    public String owner() {
        return Element.owner(name);
    }

    /** Whether it is simply true or false. */
    public boolean isBoolean() {
        return values.equals(BOOLEAN);
    }

    /** How many values there are. */
    public int size() {
        return values.size();
    }

    /** The place of a value among the values, if it is one of them. */
    public OptionalInt ordinal(String value) {
        int place = place(value);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** The place of a value among the values, found by one look-up; -1 if it is not one of them. */
    public int place(String value) {
        return ((Ordinals) values).place(value);
    }
}
