package dev.remit.grammar;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.Word;
import dev.remit.node.Comment;
import dev.remit.node.Entry;
import dev.remit.node.ErrorNode;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a node against the shape it must have, and returns the well-shaped part.
 *
 * <p>Every fault is reported at its position, and checking goes on. Wrong values are left out of the result, so that
 * readers find each value either well-shaped or missing, and need not report faults of shape again. A tree without
 * faults is returned unchanged. Whether ids are declared, dates in order and conditions sensible is not a matter of
 * shape.
 */
public final class ShapeCheck {

    private final KnownWords known;
    private final Diagnostics diagnostics;

    private ShapeCheck(KnownWords known, Diagnostics diagnostics) {
        this.known = known;
        this.diagnostics = diagnostics;
    }

    /**
     * Checks a value.
     *
     * @param node what was written
     * @param shape the shape it must have
     * @param diagnostics where faults are reported
     * @return the well-shaped part of it, or empty if there is none
     */
    public static Optional<Node> check(Node node, Shape shape, Diagnostics diagnostics) {
        return check(node, shape, KnownWords.none(), diagnostics);
    }

    private static Optional<Node> check(Node node, Shape shape, KnownWords known, Diagnostics diagnostics) {
        return new ShapeCheck(known, diagnostics).check(node, shape, node.head());
    }

    /**
     * Checks a whole file. A file of another system gets a single fault.
     *
     * @param root what was written
     * @param file the kind of file it is
     * @param known the declared words, for help to suggest
     * @param diagnostics where faults are reported
     * @return the well-shaped part, or empty if the file is no mapping
     */
    public static Optional<Fields> check(Node root, FileShape file, KnownWords known, Diagnostics diagnostics) {
        if (ForeignFile.isForeign(root, file)) {
            ForeignFile.report(root, file, diagnostics);
            return Optional.empty();
        }
        return check(root, file.keys(), known, diagnostics)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .map(Fields::of);
    }

    /**
     * Checks a value.
     *
     * @param name the position that names the value, to point at if something is missing in it
     */
    private Optional<Node> check(Node node, Shape shape, Span name) {
        if (node instanceof ErrorNode) {
            return Optional.empty();
        }
        if (!shape.accepts(node)) {
            reportForm(node, shape);
            return Optional.empty();
        }
        if (shape instanceof Named named) {
            return check(node, named.shape(), name);
        }
        if (shape instanceof ByForm forms) {
            return forms.shapeOf(node).flatMap(form -> check(node, form, name));
        }
        if (shape instanceof Items items) {
            return node instanceof Sequence list ? checkItems(list, items) : check(node, items.item(), name);
        }
        if (shape instanceof Word word && node instanceof Scalar scalar) {
            return WordCheck.passes(scalar, word.lexeme(), known, diagnostics) ? Optional.of(node) : Optional.empty();
        }
        if (shape instanceof ByKey kinds && node instanceof Mapping mapping) {
            Keys kind = new KeyCheck(known, diagnostics).kindOf(mapping, kinds, name);
            return checkEntries(mapping, kind, Optional.of(kinds), name);
        }
        if (shape instanceof Keys keys && node instanceof Mapping mapping) {
            return checkEntries(mapping, keys, Optional.empty(), name);
        }
        throw new IllegalStateException("a shape accepted what it cannot be: " + shape.what());
    }

    private void reportForm(Node node, Shape shape) {
        String message = "expected " + shape.what() + ", found " + node.form();
        boolean isNothing = node instanceof Scalar scalar && scalar.isNothing();
        boolean isCommentedOut = node instanceof Scalar scalar
                && scalar.comment().filter(Comment::isTight).isPresent();
        Optional<String> help = isCommentedOut
                ? Optional.of("a comment begins with ` #`: put what begins with `#` in quotes")
                : isNothing ? Optional.empty() : helpOn(shape);
        diagnostics.report(Code.WRONG_SHAPE, node.head(), message, help);
    }

    private static Optional<String> helpOn(Shape shape) {
        if (shape instanceof Named named) {
            return helpOn(named.shape());
        }
        if (shape instanceof Items items) {
            return helpOn(items.item());
        }
        if (shape instanceof ByKey kinds) {
            return Optional.of("it is a mapping with the key " + Words.or(kinds.markers()));
        }
        if (shape instanceof Keys keys) {
            List<String> required = keys.keys().stream()
                    .filter(Shape.Key::required)
                    .map(Shape.Key::name)
                    .toList();
            if (required.isEmpty()) {
                return keys.keys().isEmpty() || keys.open().isPresent()
                        ? Optional.empty()
                        : Optional.of("it is a mapping; its keys are " + Words.and(keys.names()));
            }
            String plural = required.size() == 1 ? "key " : "keys ";
            return Optional.of("it is a mapping with the " + plural + Words.and(required));
        }
        return shape instanceof ByForm forms ? forms.help() : Optional.empty();
    }

    private Optional<Node> checkItems(Sequence list, Items shape) {
        if (list.items().isEmpty() && !shape.mayBeEmpty()) {
            diagnostics.report(Code.EMPTY_LIST, list.span(), "expected " + shape.what() + ", found an empty list");
            return Optional.empty();
        }
        List<Node> kept = new ArrayList<>(list.items().size());
        boolean same = true;
        boolean mayRepeat = shape.distinct() && list.items().size() > 1;
        Map<Object, Node> seen = new HashMap<>();
        for (Node item : list.items()) {
            Node checked = check(item, shape.item(), nameOf(item)).orElse(null);
            if (checked != null && mayRepeat) {
                Node first = seen.putIfAbsent(Meaning.of(item), item);
                if (first != null) {
                    reportTwice(item, first);
                    checked = null;
                }
            }
            same &= checked == item;
            if (checked != null) {
                kept.add(checked);
            }
        }
        if (same) {
            return Optional.of(list);
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Sequence(kept, list.span()));
    }

    private void reportTwice(Node item, Node first) {
        String what = item instanceof Scalar ? item.form() : "the same item";
        diagnostics.report(
                Code.DUPLICATE_ITEM,
                item.head(),
                what + " stands twice in this list",
                "the first is at line " + first.span().line() + ", column "
                        + first.span().column());
    }

    /** The position that names an item of a list: that of its id, if it has one. */
    private static Span nameOf(Node item) {
        if (item instanceof Mapping mapping) {
            return mapping.find("id").map(id -> id.value().head()).orElse(mapping.head());
        }
        return item.head();
    }

    private Optional<Node> checkEntries(Mapping mapping, Keys keys, Optional<ByKey> kinds, Span name) {
        KeyCheck check = new KeyCheck(known, diagnostics);
        if (mapping.entries().isEmpty() && !keys.mayBeEmpty()) {
            diagnostics.report(
                    Code.EMPTY_MAPPING, mapping.head(), "expected " + keys.what() + ", found an empty mapping");
            return Optional.empty();
        }
        check.reportMissing(mapping, keys, kinds, name);
        List<Entry> kept = new ArrayList<>(mapping.entries().size());
        boolean same = true;
        for (Entry entry : mapping.entries()) {
            Node checked = check.shapeOf(entry, mapping, keys, kinds)
                    .flatMap(shape -> check(entry.value(), shape, entry.key().head()))
                    .orElse(null);
            if (checked == entry.value()) {
                kept.add(entry);
                continue;
            }
            same = false;
            if (checked != null) {
                kept.add(new Entry(entry.key(), checked));
            }
        }
        return Optional.of(same ? mapping : new Mapping(kept, mapping.span()));
    }
}
