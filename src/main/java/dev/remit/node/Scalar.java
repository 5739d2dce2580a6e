package dev.remit.node;

import dev.remit.diagnostic.Words;
import dev.remit.source.Span;

/**
 * A word, number, date or longer text. What it means is settled by its text alone, never by the type YAML would guess.
 *
 * @param text the text, without quotes and with escapes resolved
 * @param span where it stands, quotes included
 * @param quoted whether it was written in quotes or as a block, so that it cannot be mistaken for nothing
 */
public record Scalar(String text, Span span, boolean quoted) implements Node {

    /**
     * Whether nothing stands here: no text at all, {@code ~} or {@code null}.
     *
     * @return true if there is no value
     */
    public boolean isNothing() {
        return !quoted
                && (text.isEmpty()
                        || text.equals("~")
                        || text.equals("null")
                        || text.equals("Null")
                        || text.equals("NULL"));
    }

    @Override
    public String form() {
        return isNothing() ? "nothing" : text.isEmpty() ? "an empty text" : Words.quoted(text);
    }

    @Override
    public Span head() {
        return span.isWithinOneLine() ? span : Span.within(span.file(), span.line(), span.column(), 1);
    }
}
