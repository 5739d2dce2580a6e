package dev.remit.load;

import dev.remit.grammar.FileShape;
import dev.remit.grammar.Shape;
import dev.remit.model.Statement;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes files apart into statements, by their grammar, leaving out what other digests cover. */
final class AssuranceForm {
    private static final String INVARIANTS = "invariants";
    private static final String RULES = "rules";

    private final AssuranceText texts;
    private final List<Statement> found = new ArrayList<>();

    AssuranceForm(Expansions names) {
        this.texts = new AssuranceText(names);
    }

    /** What was found so far, in the order of the files. */
    List<Statement> found() {
        return List.copyOf(found);
    }

    /** Takes a file of the policy apart. */
    void add(Part part, Mapping file) {
        keys(part.shape().keys(), file, List.of(), Covered.of(part));
    }

    /** Takes a suite of tests apart. */
    void addSuite(String path, FileShape shape, Node file) {
        List<String> root = List.of(path);
        if (file instanceof Mapping mapping) {
            keys(shape.keys(), mapping, root, Covered.OTHERS);
        } else {
            add(root, texts.of(shape.keys(), file));
        }
    }

    /** Adds a text that is no file of the language. */
    void addText(String path, String text) {
        add(List.of(path), text);
    }

    private void keys(Shape.Keys keys, Mapping mapping, List<String> path, Covered covered) {
        for (Entry each : mapping.entries()) {
            String name = each.key().text();
            Optional<Shape.Key> known = keys.find(name);
            Covered below = known.isPresent() ? covered.at(name) : covered.atId();
            if (below.isWhole()) {
                continue;
            }
            known.map(Shape.Key::shape)
                    .or(() -> keys.open().map(Shape.OpenKeys::shape))
                    .ifPresentOrElse(
                            shape -> value(shape, each.value(), more(path, name), below),
                            () -> add(more(path, name), texts.of(keys, each.value())));
        }
    }

    private void value(Shape shape, Node node, List<String> path, Covered covered) {
        if (isOnePiece(path)) {
            leaf(shape, node, path);
        } else if (shape instanceof Shape.Named named) {
            value(named.shape(), node, path, covered);
        } else if (shape instanceof Shape.Items items) {
            items(items, node, path, covered);
        } else if (node instanceof Mapping mapping) {
            AssuranceText.keys(shape, mapping)
                    .ifPresentOrElse(
                            keys -> keys(keys, mapping, path, covered), () -> add(path, texts.of(shape, node)));
        } else if (shape instanceof Shape.ByForm form) {
            form(form, node, path, covered);
        } else {
            leaf(shape, node, path);
        }
    }

    /** The claims of invariants, and what suites describe, are told as one piece each. */
    private static boolean isOnePiece(List<String> path) {
        return path.get(0).equals(INVARIANTS) ? path.size() > 2 : path.get(0).startsWith(Layout.TESTS) && path.size() > 2;
    }

    private void form(Shape.ByForm form, Node node, List<String> path, Covered covered) {
        Optional<Shape.Key> meant = AssuranceText.meant(form, node);
        if (meant.isPresent()) {
            String name = meant.get().name();
            if (!covered.at(name).isWhole()) {
                value(meant.get().shape(), node, more(path, name), covered.at(name));
            }
        } else if (!covered.isWord()) {
            leaf(form, node, path);
        }
    }

    private void leaf(Shape shape, Node node, List<String> path) {
        boolean isText = shape instanceof Shape.Word && node instanceof Scalar;
        add(path, isText ? ((Scalar) node).text().strip() : texts.of(shape, node));
    }

    private void items(Shape.Items items, Node node, List<String> path, Covered covered) {
        List<Node> all = node instanceof Sequence list ? list.items() : List.of(node);
        if (all.isEmpty() || all.stream().noneMatch(Mapping.class::isInstance)) {
            if (!all.isEmpty() || items.item() instanceof Shape.Word) {
                add(path, texts.of(items, node));
            }
            return;
        }
        for (Node item : all) {
            Optional<String> id = item instanceof Mapping mapping ? word(mapping, "id") : Optional.empty();
            if (id.isPresent()) {
                value(items.item(), item, more(placeOf(path), id.get()), covered.atItem());
            } else {
                add(more(path, label(item)), texts.of(items.item(), item));
            }
        }
    }

    /** Rules mean the same wherever they stand, and their ids are unique. */
    private static List<String> placeOf(List<String> path) {
        return path.get(path.size() - 1).equals(RULES) ? List.of(RULES) : path;
    }

    /** What people call an item that has no id, such as a test case. */
    private static String label(Node item) {
        return item instanceof Mapping mapping
                ? word(mapping, "name").or(() -> word(mapping, "of")).orElse("")
                : "";
    }

    private static Optional<String> word(Mapping mapping, String key) {
        return mapping.find(key)
                .map(Entry::value)
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text().strip());
    }

    private static List<String> more(List<String> path, String key) {
        List<String> more = new ArrayList<>(path);
        more.add(key);
        return more;
    }

    private void add(List<String> path, String text) {
        found.add(new Statement(path, text));
    }
}
