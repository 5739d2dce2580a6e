package dev.remit.node;

import dev.remit.source.Span;
import java.util.List;

/**
 * A list.
 *
 * @param items the values, in order
 * @param span its position
 */
public record Sequence(List<Node> items, Span span) implements Node {

    /**
     * Copies the list.
     *
     * @param items the values, in order
     * @param span its position
     */
    public Sequence {
        items = List.copyOf(items);
    }

    @Override
    public String form() {
        return "a list";
    }

    @Override
    public Span head() {
        return span.isWithinOneLine() ? span : Span.within(span.file(), span.line(), span.column(), 1);
    }
}
