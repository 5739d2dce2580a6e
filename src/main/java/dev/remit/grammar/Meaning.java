package dev.remit.grammar;

import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import java.util.HashMap;
import java.util.Map;

/** The content of a value without its position: two values are equal if they differ only in the order of keys. */
final class Meaning {

    private Meaning() {}

    static Object of(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof Sequence list) {
            return list.items().stream().map(Meaning::of).toList();
        }
        Map<String, Object> mapping = new HashMap<>();
        if (node instanceof Mapping written) {
            for (Entry entry : written.entries()) {
                mapping.put(entry.key().text(), of(entry.value()));
            }
        }
        return mapping;
    }
}
