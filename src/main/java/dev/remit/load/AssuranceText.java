package dev.remit.load;

import dev.remit.grammar.Shape;
import dev.remit.node.Entry;
import dev.remit.node.ErrorNode;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a value of a file as one text that depends neither on the order of keys and items, nor on layout, nor on the
 * names of sets and conditions.
 */
final class AssuranceText {
    /** What a word can hold without quotes, beside letters and digits. */
    private static final String SIGNS = "_.:/-";

    private final Expansions names;
    private final Map<String, String> conditions = new HashMap<>();

    AssuranceText(Expansions names) {
        this.names = names;
    }

    /** The text of a value of a certain shape. */
    String of(Shape shape, Node node) {
        if (shape instanceof Shape.Named named) {
            return named.name().equals("condition") ? condition(named, node) : of(named.shape(), node);
        }
        if (shape instanceof Shape.Items items) {
            return list(items, node);
        }
        if (node instanceof Mapping mapping) {
            return keys(shape, mapping).map(keys -> mapping(keys, mapping)).orElseGet(() -> raw(node));
        }
        if (shape instanceof Shape.ByForm form) {
            return form(form, node);
        }
        return raw(node);
    }

    /** The named key whose value a word alone stands for, such as a title in place of a mapping with a title. */
    static Optional<Shape.Key> meant(Shape.ByForm form, Node node) {
        return node instanceof Scalar
                ? form.mapping().stream()
                        .flatMap(keys -> keys.keys().stream())
                        .filter(key -> key.required()
                                && form.word().map(Shape.class::cast).equals(Optional.of(key.shape())))
                        .findFirst()
                : Optional.empty();
    }

    /** The shape of a mapping, of those that a shape allows. */
    static Optional<Shape.Keys> keys(Shape shape, Mapping mapping) {
        if (shape instanceof Shape.Named named) {
            return keys(named.shape(), mapping);
        }
        if (shape instanceof Shape.ByForm form) {
            return form.mapping();
        }
        if (shape instanceof Shape.ByKey kinds) {
            return kinds.marked(mapping).stream().map(Shape.Choice::shape).findFirst();
        }
        return shape instanceof Shape.Keys keys ? Optional.of(keys) : Optional.empty();
    }

    private String form(Shape.ByForm form, Node node) {
        Optional<Shape.Key> meant = meant(form, node);
        if (meant.isPresent()) {
            return "{" + meant.get().name() + ": " + of(meant.get().shape(), node) + "}";
        }
        return form.list().map(items -> list(items, node)).orElseGet(() -> raw(node));
    }

    private String mapping(Shape.Keys keys, Mapping mapping) {
        Map<String, String> parts = new TreeMap<>();
        for (Entry each : mapping.entries()) {
            String key = each.key().text();
            Optional<Shape> shape = keys.find(key)
                    .map(Shape.Key::shape)
                    .or(() -> keys.open().map(Shape.OpenKeys::shape));
            parts.put(quoted(key), shape.map(known -> of(known, each.value())).orElseGet(() -> raw(each.value())));
        }
        return braces(parts);
    }

    /** A list whose order means nothing; one item means a list of one. */
    private String list(Shape.Items items, Node node) {
        List<String> texts = new ArrayList<>();
        for (Node item : node instanceof Sequence list ? list.items() : List.of(node)) {
            if (item instanceof Scalar word && items.item() instanceof Shape.Word shape) {
                names.members(shape.lexeme(), word.text().strip()).forEach(each -> texts.add(quoted(each)));
            } else {
                texts.add(of(items.item(), item));
            }
        }
        return items.distinct()
                ? new TreeSet<>(texts).toString()
                : texts.stream().sorted().toList().toString();
    }

    private String condition(Shape.Named shape, Node node) {
        if (node instanceof Scalar word) {
            String name = word.text().strip();
            Optional<Node> named = names.condition(name);
            if (named.isEmpty()) {
                return quoted(name);
            }
            String known = conditions.get(name);
            if (known == null) {
                known = condition(shape, named.get());
                conditions.put(name, known);
            }
            return known;
        }
        return of(shape.shape(), node);
    }

    /** What has no known shape. */
    private static String raw(Node node) {
        if (node instanceof Scalar word) {
            return quoted(word.text().strip());
        }
        if (node instanceof Sequence list) {
            return list.items().stream().map(AssuranceText::raw).toList().toString();
        }
        if (node instanceof ErrorNode) {
            return "?";
        }
        Map<String, String> parts = new TreeMap<>();
        ((Mapping) node).entries().forEach(each -> parts.put(quoted(each.key().text()), raw(each.value())));
        return braces(parts);
    }

    private static String braces(Map<String, String> parts) {
        List<String> texts = new ArrayList<>();
        parts.forEach((key, value) -> texts.add(key + ": " + value));
        return "{" + String.join(", ", texts) + "}";
    }

    /** A word as it is, and any other text in quotes, so that no two things can run into one. */
    static String quoted(String text) {
        StringBuilder line = new StringBuilder(text.length() + 2);
        quote(text, line);
        return line.toString();
    }

    /** Adds a text to a line, as it is or in quotes. */
    static void quote(String text, StringBuilder line) {
        if (isBare(text)) {
            line.append(text);
            return;
        }
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> line.append('\\').append(c);
                case '\n' -> line.append("\\n");
                default -> line.append(c);
            }
        }
        line.append('"');
    }

    private static boolean isBare(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!isPlain && SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
