package dev.remit.node;

import dev.remit.diagnostic.Words;
import dev.remit.source.Span;
import java.util.Optional;

/**
 * A word, number, date or longer text. What it means is settled by its text alone, never by the type YAML would guess.
 *
 * @param text the text, without quotes and with escapes resolved
 * @param span where it stands, quotes included
 * @param quoted whether it was written in quotes or as a block, so that it cannot be mistaken for nothing
 * @param comment the comment that ends it on its own line, if it has no quotes
 */
public record Scalar(String text, Span span, boolean quoted, Optional<Comment> comment) implements Node {

    /**
     * A scalar that no comment ends.
     *
     * @param text the text
     * @param span where it stands
     * @param quoted whether it was written in quotes or as a block
     */
    public Scalar(String text, Span span, boolean quoted) {
        this(text, span, quoted, Optional.empty());
    }

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
