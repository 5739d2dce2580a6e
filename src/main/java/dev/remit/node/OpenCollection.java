package dev.remit.node;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list or mapping under construction. Checks the keys of mappings as they are added. */
final class OpenCollection {

    /** The most keys for which a linear search is faster than a table. */
    private static final int FEW = 8;

    private final boolean isMapping;
    private final boolean isFlow;
    private final Span start;
    private final Diagnostics diagnostics;
    private final List<Node> items = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Scalar> table = new HashMap<>();
    private @Nullable Node key;
    private @Nullable Span last;

    OpenCollection(boolean isMapping, boolean isFlow, Span start, Diagnostics diagnostics) {
        this.isMapping = isMapping;
        this.isFlow = isFlow;
        this.start = start;
        this.diagnostics = diagnostics;
    }

    void add(Node node) {
        last = node.span();
        if (!isMapping) {
            items.add(node);
        } else if (key == null) {
            key = node;
        } else {
            addEntry(key, node);
            key = null;
        }
    }

    /** The finished node. A block ends with its last part, since its end event only comes at the next token. */
    Node close(Span end) {
        Span to = isFlow || last == null ? end : last;
        Span span = new Span(start.file(), start.line(), start.column(), to.endLine(), to.endColumn());
        return isMapping ? new Mapping(entries, span) : new Sequence(items, span);
    }

    private void addEntry(Node node, Node value) {
        if (node instanceof ErrorNode) {
            return;
        }
        if (!(node instanceof Scalar written) || written.isNothing()) {
            diagnostics.report(Code.BAD_KEY, node.head(), "expected a word as a key, found " + node.form());
            return;
        }
        if (written.text().equals("<<") && !written.quoted()) {
            diagnostics.report(
                    Code.MERGE_KEY,
                    written.span(),
                    "`<<` would merge another mapping into this one",
                    "write its keys out here");
            return;
        }
        Scalar seen = seen(written);
        Scalar first = find(seen.text());
        if (first != null) {
            diagnostics.report(
                    Code.DUPLICATE_KEY,
                    seen.head(),
                    "key " + Words.quoted(seen.text()) + " is written twice in this mapping",
                    "the first is at line " + first.span().line() + ", column "
                            + first.span().column());
            return;
        }
        entries.add(new Entry(seen, value));
        if (entries.size() > FEW) {
            remember(seen);
        }
    }

    /** The key without invisible characters; they are reported and left out, so that they cause no second fault. */
    private Scalar seen(Scalar key) {
        String text = key.text();
        return Characters.firstHidden(text)
                .map(index -> {
                    HiddenCharacter.report(key, index, "key", diagnostics);
                    return new Scalar(Characters.withoutHidden(text), key.span(), key.quoted());
                })
                .orElse(key);
    }

    private @Nullable Scalar find(String text) {
        if (entries.size() > FEW) {
            return table.get(text);
        }
        for (Entry entry : entries) {
            if (entry.key().text().equals(text)) {
                return entry.key();
            }
        }
        return null;
    }

    private void remember(Scalar key) {
        if (table.isEmpty()) {
            entries.forEach(entry -> table.put(entry.key().text(), entry.key()));
        } else {
            table.put(key.text(), key);
        }
    }
}
