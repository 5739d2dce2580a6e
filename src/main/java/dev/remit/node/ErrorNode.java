package dev.remit.node;

import dev.remit.source.Span;

/**
 * A place whose content could not be read; the fault has been reported.
 *
 * <p>Checking against a shape removes these nodes, so a checked tree has none.
 *
 * @param span its position
 */
public record ErrorNode(Span span) implements Node {

    @Override
    public String form() {
        return "something unreadable";
    }
}
