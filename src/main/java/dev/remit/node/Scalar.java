package dev.remit.node;

import dev.remit.diagnostic.Words;
import dev.remit.source.Span;
import java.util.Optional;

/**
 * A word, number, date or longer text. Its meaning depends on its text alone, never on the type that YAML would guess.
 *
 * @param text the text, without quotes and with escapes resolved
 * @param span its position, including quotes
 * @param quoted whether it was written in quotes or as a block, and so means a text even if it is empty
 * @param comment the comment behind it on its line, if it has no quotes
 */
public record Scalar(String text, Span span, boolean quoted, Optional<Comment> comment) implements Node {

    /**
     * A scalar without a comment.
     *
     * @param text the text
     * @param span its position
     * @param quoted whether it was written in quotes or as a block
     */
    public Scalar(String text, Span span, boolean quoted) {
        this(text, span, quoted, Optional.empty());
    }

    /**
     * Whether there is no value: no text at all, {@code ~} or {@code null}.
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
