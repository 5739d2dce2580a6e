package dev.remit.node;

import dev.remit.source.Span;

/**
 * A place whose content the reader could not make sense of and has already reported; nothing more is to be said of it.
 *
 * <p>Checking against a shape takes holes out, so who reads a checked tree never meets one.
 *
 * @param span where it stands
 */
public record ErrorNode(Span span) implements Node {

    @Override
    public String form() {
        return "something unreadable";
    }
}
