package dev.remit.grammar;

import static java.util.Objects.requireNonNull;

import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The shape that a value must have. A shape is data: files are checked against it, and schema and documents are made
 * from it.
 */
public sealed interface Shape {

    /**
     * Describes the value, for messages and documents.
     *
     * @return a noun phrase such as {@code a list of roles}
     */
    String what();

    /**
     * Whether a node has a form that this shape allows; its content may be wrong.
     *
     * @param node what was written
     * @return false if this shape allows only other forms
     */
    boolean accepts(Node node);

    /**
     * A single word or text.
     *
     * @param lexeme its form
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
     * A list; a single item means a list of one.
     *
     * @param what a description of the list
     * @param item the shape of each item
     * @param distinct whether no item can occur twice
     * @param mayBeEmpty whether an empty list is allowed
     */
    record Items(String what, Shape item, boolean distinct, boolean mayBeEmpty) implements Shape {

        /**
         * A list that is never empty.
         *
         * @param what a description of the list
         * @param item the shape of each item
         * @param distinct whether no item can occur twice
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
     * @param what a description of the mapping
     * @param keys the named keys it can have
     * @param open the form of other keys it can have, if any
     * @param mayBeEmpty whether it can be empty
     * @param elsewhere keys that are often misplaced here, with advice on where they belong
     */
    record Keys(String what, List<Key> keys, Optional<OpenKeys> open, boolean mayBeEmpty, Map<String, String> elsewhere)
            implements Shape {

        /**
         * Copies the lists.
         *
         * @param what a description of the mapping
         * @param keys the named keys it can have
         * @param open the other keys it can have
         * @param mayBeEmpty whether it can be empty
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
         * Finds a key by its name.
         *
         * @param name the text of the key
         * @return the key, or empty if no named key has this name
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
     * @param what a description of the value
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
         * The shape for a node, by its form.
         *
         * @param node what was written
         * @return the shape, or empty if the value cannot have this form
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
     * A mapping of one of several kinds, each marked by a key that only it has.
     *
     * @param what a description of the mapping
     * @param choices the kinds, each with its own required marker; of two with the same marker, the one that also asks for
     *     a key in the marker's value stands first
     * @param instead misplaced keys that stand for a marker: where one is reported, no marker is missing
     */
    record ByKey(String what, List<Choice> choices, Set<String> instead) implements Shape {

        /**
         * A mapping for whose markers nothing else stands.
         *
         * @param what a description of the mapping
         * @param choices the kinds
         */
        public ByKey(String what, List<Choice> choices) {
            this(what, choices, Set.of());
        }

        /**
         * Copies the choices.
         *
         * @param what a description of the mapping
         * @param choices the kinds
         * @param instead misplaced keys that stand for a marker
         */
        public ByKey {
            choices = List.copyOf(choices);
            instead = Set.copyOf(instead);
        }

        @Override
        public boolean accepts(Node node) {
            return node instanceof Mapping;
        }

        /**
         * The markers of the kinds.
         *
         * @return one key for each kind
         */
        public List<String> markers() {
            return choices.stream().map(Choice::key).distinct().toList();
        }

        /**
         * The kinds that a mapping has the markers of. A marker with a certain key in its value goes before the same
         * marker with any value.
         *
         * @param mapping what was written
         * @return the kinds, in order; several only if markers exclude each other
         */
        public List<Choice> marked(Mapping mapping) {
            List<Choice> marked = new ArrayList<>();
            for (Choice each : choices) {
                boolean isTaken = marked.stream().anyMatch(other -> other.key().equals(each.key()));
                if (!isTaken && each.marks(mapping)) {
                    marked.add(each);
                }
            }
            return marked;
        }
    }

    /**
     * A named shape, defined once and used in several places; it may refer to itself.
     *
     * @param name the name, in kebab case
     * @param definition gives the shape; evaluated late, since shapes can be circular
     */
    record Named(String name, Supplier<? extends Shape> definition) implements Shape {

        /** Compares by name: names are unique. */
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
     * @param shape the shape of its value
     * @param description its meaning, as a sentence without the full stop
     */
    record Key(String name, boolean required, Shape shape, String description) {

        /**
         * Checks that all parts are there.
         *
         * @param name the name
         * @param required whether the mapping must have it
         * @param shape the shape of its value
         * @param description its meaning
         */
        public Key {
            requireNonNull(name, "name");
            requireNonNull(shape, "shape");
            requireNonNull(description, "description");
        }
    }

    /**
     * The keys that are not known beforehand, such as ids.
     *
     * @param key the form of such a key
     * @param shape the shape of its value
     * @param description the meaning of an entry, as a sentence without the full stop
     */
    record OpenKeys(Lexeme.Name key, Shape shape, String description) {}

    /**
     * A kind of mapping.
     *
     * @param key the marker of this kind
     * @param inside a key that the value of the marker must have, if that tells this kind from others
     * @param shape the shape of such a mapping
     */
    record Choice(String key, Optional<String> inside, Keys shape) {

        /**
         * A kind that its marker alone tells from others.
         *
         * @param key the marker of this kind
         * @param shape the shape of such a mapping
         */
        public Choice(String key, Keys shape) {
            this(key, Optional.empty(), shape);
        }

        /**
         * Whether a mapping has the marker of this kind.
         *
         * @param mapping what was written
         * @return true if it is of this kind, or of another one with the same marker
         */
        public boolean marks(Mapping mapping) {
            Optional<Node> value = mapping.find(key).map(Entry::value);
            return value.isPresent()
                    && (inside.isEmpty()
                            || (value.get() instanceof Mapping inner
                                    && inner.find(inside.get()).isPresent()));
        }
    }
}
