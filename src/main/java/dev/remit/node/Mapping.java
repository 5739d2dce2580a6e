package dev.remit.node;

import dev.remit.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A mapping. Every key is unique; the order is that of the file.
 *
 * @param entries the keys with their values
 * @param span its position
 */
public record Mapping(List<Entry> entries, Span span) implements Node {

    /**
     * Copies the entries.
     *
     * @param entries the keys with their values
     * @param span its position
     */
    public Mapping {
        entries = List.copyOf(entries);
    }

    /**
     * Finds the entry of a key.
     *
     * @param key the text of the key
     * @return the entry, or empty if there is no such key
     */
    public Optional<Entry> find(String key) {
        for (Entry entry : entries) {
            if (entry.key().text().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    @Override
    public String form() {
        return "a mapping";
    }

    @Override
    public Span head() {
        return span.isWithinOneLine() || entries.isEmpty()
                ? span
                : entries.get(0).key().head();
    }
}
