package dev.remit.grammar;

import static java.util.Objects.requireNonNull;

import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a value looks like. A shape is data: files are checked against it, and schema and documents are made of it. */
public sealed interface Shape {

    /**
     * What stands there, for messages and documents.
     *
     * @return a noun phrase such as {@code a list of roles}
     */
    String what();

    /**
     * Whether a node is of a form this shape has, whatever is wrong inside it.
     *
     * @param node what was written
     * @return false if something else altogether was expected
     */
    boolean accepts(Node node);

    /**
     * A single word or text.
     *
     * @param lexeme what it can be
     */
    record Word(Lexeme lexeme) implements Shape {
        @Override
        public String what() {
            return lexeme.what();
        }

        @Override
        public boolean accepts(Node node) {
            return node instanceof Scalar scalar && !scalar.isNothing();
        }
    }

    /**
     * A list; a single item stands for a list of one.
     *
     * @param what the list in words
     * @param item what each item looks like
     * @param distinct whether no item can stand twice
     * @param mayBeEmpty whether a list of nothing says something
     */
    record Items(String what, Shape item, boolean distinct, boolean mayBeEmpty) implements Shape {

        /**
         * A list that is never empty.
         *
         * @param what the list in words
         * @param item what each item looks like
         * @param distinct whether no item can stand twice
         */
        public Items(String what, Shape item, boolean distinct) {
            this(what, item, distinct, false);
        }

        @Override
        public boolean accepts(Node node) {
            return node instanceof Sequence || item.accepts(node);
        }
    }

    /**
     * A mapping.
     *
     * @param what the mapping in words
     * @param keys the keys it can have by name
     * @param open the other keys it can have, if any
     * @param mayBeEmpty whether it can have no entries at all
     * @param elsewhere keys people look for here, with advice where they belong
     */
    record Keys(String what, List<Key> keys, Optional<OpenKeys> open, boolean mayBeEmpty, Map<String, String> elsewhere)
            implements Shape {

        /**
         * Copies the lists.
         *
         * @param what the mapping in words
         * @param keys the keys it can have by name
         * @param open the other keys it can have
         * @param mayBeEmpty whether it can have no entries
         * @param elsewhere keys that belong elsewhere
         */
        public Keys {
            keys = List.copyOf(keys);
            elsewhere = Map.copyOf(elsewhere);
        }

        @Override
        public boolean accepts(Node node) {
            return node instanceof Mapping;
        }

        /**
         * A key by its name.
         *
         * @param name the text of the key
         * @return the key, or empty if it is none of the named ones
         */
        public Optional<Key> find(String name) {
            for (Key key : keys) {
                if (key.name().equals(name)) {
                    return Optional.of(key);
                }
            }
            return Optional.empty();
        }

        /**
         * The names of all named keys.
         *
         * @return the names, in the order of the documents
         */
        public List<String> names() {
            return keys.stream().map(Key::name).toList();
        }
    }

    /**
     * A value that can be written in several forms.
     *
     * @param what the value in words
     * @param word its form as a single word, if it has one
     * @param list its form as a list
     * @param mapping its form as a mapping
     * @param help what to write, if it was written in another form
     */
    record ByForm(String what, Optional<Word> word, Optional<Items> list, Optional<Keys> mapping, Optional<String> help)
            implements Shape {
        @Override
        public boolean accepts(Node node) {
            return shapeOf(node).isPresent();
        }

        /**
         * The shape for what was written.
         *
         * @param node what was written
         * @return the shape of its form, or empty if the value cannot be written so
         */
        public Optional<Shape> shapeOf(Node node) {
            if (node instanceof Sequence) {
                return list.map(Shape.class::cast);
            }
            if (node instanceof Mapping) {
                return mapping.map(Shape.class::cast);
            }
            return word.filter(shape -> shape.accepts(node)).map(Shape.class::cast);
        }
    }

    /**
     * A mapping that is one of several kinds, told by a key that only this kind has.
     *
     * @param what the mapping in words, whatever its kind
     * @param choices the kinds, each with a required key of its own that tells it
     */
    record ByKey(String what, List<Choice> choices) implements Shape {

        /**
         * Copies the choices.
         *
         * @param what the mapping in words
         * @param choices the kinds
         */
        public ByKey {
            choices = List.copyOf(choices);
        }

        @Override
        public boolean accepts(Node node) {
            return node instanceof Mapping;
        }

        /**
         * The keys that tell the kinds apart.
         *
         * @return one key for each kind
         */
        public List<String> tellers() {
            return choices.stream().map(Choice::key).toList();
        }
    }

    /**
     * A shape with a name, described once and used in several places; it may use itself.
     *
     * @param name the name, in kebab case
     * @param definition gives the shape; asked for late, since shapes can be circular
     */
    record Named(String name, Supplier<? extends Shape> definition) implements Shape {

        /** Names are unique, so two of the same name are the same shape. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Named named && named.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String what() {
            return shape().what();
        }

        @Override
        public boolean accepts(Node node) {
            return shape().accepts(node);
        }

        /**
         * The shape behind the name.
         *
         * @return the shape
         */
        public Shape shape() {
            return definition.get();
        }
    }

    /**
     * A key with a name.
     *
     * @param name the name
     * @param required whether the mapping must have it
     * @param shape what its value looks like
     * @param description what it means, as a sentence without the full stop
     */
    record Key(String name, boolean required, Shape shape, String description) {

        /**
         * Checks that all parts are there.
         *
         * @param name the name
         * @param required whether the mapping must have it
         * @param shape what its value looks like
         * @param description what it means
         */
        public Key {
            requireNonNull(name, "name");
            requireNonNull(shape, "shape");
            requireNonNull(description, "description");
        }
    }

    /**
     * Keys that are not known beforehand, such as ids.
     *
     * @param key what such a key can be
     * @param shape what its value looks like
     * @param description what an entry means, as a sentence without the full stop
     */
    record OpenKeys(Lexeme.Name key, Shape shape, String description) {}

    /**
     * One kind of a mapping.
     *
     * @param key the key that tells this kind
     * @param shape what the mapping looks like then
     */
    record Choice(String key, Keys shape) {}
}
