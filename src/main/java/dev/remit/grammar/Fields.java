package dev.remit.grammar;

import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import dev.remit.source.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the values of a mapping that {@link ShapeCheck} has checked.
 *
 * <p>A value that is missing, or not in the form asked for, reads as empty. A required one that is missing was
 * reported.
 *
 * @param mapping the mapping
 */
public record Fields(Mapping mapping) {

    /**
     * Reads a mapping.
     *
     * @param mapping the mapping
     * @return its fields
     */
    public static Fields of(Mapping mapping) {
        return new Fields(mapping);
    }

    /**
     * Reads a value that can be a mapping.
     *
     * @param node the value
     * @return its fields, or empty if it is no mapping
     */
    public static Optional<Fields> of(Node node) {
        return node instanceof Mapping mapping ? Optional.of(of(mapping)) : Optional.empty();
    }

    /**
     * Whether a key is present.
     *
     * @param key the key
     * @return true if it has a value
     */
    public boolean has(String key) {
        return mapping.find(key).isPresent();
    }

    /**
     * The value of a key.
     *
     * @param key the key
     * @return the value, whatever its form
     */
    public Optional<Node> node(String key) {
        return mapping.find(key).map(Entry::value);
    }

    /**
     * Reads a word or text with its position.
     *
     * @param key the key
     * @return the value as it was written
     */
    public Optional<Scalar> scalar(String key) {
        return node(key).filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    /**
     * Reads a text, without surrounding blanks.
     *
     * @param key the key
     * @return the text
     */
    public Optional<String> text(String key) {
        return scalar(key).map(scalar -> scalar.text().strip());
    }

    /**
     * Reads a date.
     *
     * @param key the key
     * @return the day
     */
    public Optional<LocalDate> date(String key) {
        return text(key).flatMap(Fields::day);
    }

    /**
     * Reads a truth value.
     *
     * @param key the key
     * @return whether it is {@code true}
     */
    public Optional<Boolean> truth(String key) {
        return text(key).map("true"::equals);
    }

    /**
     * Reads the words of a list; a single word is a list of one.
     *
     * @param key the key
     * @return the words, in order
     */
    public List<Scalar> list(String key) {
        return scalars(nodes(key));
    }

    /**
     * Reads the items of a list, in any form; a single item is a list of one.
     *
     * @param key the key
     * @return the items, in order
     */
    public List<Node> nodes(String key) {
        return node(key).map(Fields::items).orElse(List.of());
    }

    /**
     * Reads the items of a list of mappings; a single mapping is a list of one.
     *
     * @param key the key
     * @return the mappings, in order
     */
    public List<Fields> mappings(String key) {
        return nodes(key).stream().flatMap(item -> of(item).stream()).toList();
    }

    /**
     * A mapping.
     *
     * @param key the key
     * @return its fields
     */
    public Optional<Fields> fields(String key) {
        return node(key).flatMap(Fields::of);
    }

    /**
     * Reads the entries of a mapping, such as one from ids to declarations.
     *
     * @param key the key of the mapping
     * @return its entries, in order
     */
    public List<Entry> entries(String key) {
        return fields(key).map(fields -> fields.mapping().entries()).orElse(List.of());
    }

    /**
     * Reads a set.
     *
     * @param key the key
     * @return the selection, or empty if the key is missing, which means everything
     */
    public Optional<Selection> set(String key) {
        return node(key).map(Fields::selection);
    }

    /**
     * Reads a set that is not the value of a key, such as the values of an attribute.
     *
     * @param node the value, checked as a set
     * @return the selection
     */
    public static Selection selection(Node node) {
        if (node instanceof Mapping mapping) {
            return new Selection(true, of(mapping).list(Forms.ALL_EXCEPT), node.span());
        }
        if (node instanceof Scalar word && word.text().equals(Forms.ANY)) {
            return new Selection(true, List.of(), node.span());
        }
        return new Selection(false, scalars(items(node)), node.span());
    }

    /**
     * Reads the items of a value that can be a list or a single item.
     *
     * @param node the value
     * @return the items, in order
     */
    public static List<Node> items(Node node) {
        return node instanceof Sequence list ? list.items() : List.of(node);
    }

    /**
     * The position of the mapping.
     *
     * @return its span
     */
    public Span span() {
        return mapping.span();
    }

    /**
     * The words of a list, or of a single word, which means a list of one.
     *
     * @param node the list
     * @return its words
     */
    public static List<Scalar> scalarsOf(Node node) {
        return scalars(items(node));
    }

    private static List<Scalar> scalars(List<Node> nodes) {
        List<Scalar> scalars = new ArrayList<>(nodes.size());
        for (Node each : nodes) {
            if (each instanceof Scalar scalar) {
                scalars.add(scalar);
            }
        }
        return scalars;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException reported) {
            return Optional.empty();
        }
    }
}
