package dev.remit.node;

import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.Optional;

/**
 * A comment behind a word or text without quotes, on the same line. YAML reads what follows {@code  #} as a comment,
 * even if it was meant to be part of the text.
 *
 * @param span its position, from the {@code #} to the end of the line
 * @param text its whole text, including the {@code #}
 */
public record Comment(Span span, String text) {

    /** The comment after a place in a file, if only blanks lie between them on the same line. */
    static Optional<Comment> after(int index, Span place, SourceFile file) {
        String text = file.text();
        int start = index;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        if (start == index || start == text.length() || text.charAt(start) != '#') {
            return Optional.empty();
        }
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        String comment = text.substring(start, end).stripTrailing();
        int column = place.endColumn() + text.codePointCount(index, start);
        int length = comment.codePointCount(0, comment.length());
        return Optional.of(new Comment(Span.within(file.name(), place.endLine(), column, length), comment));
    }

    /**
     * Whether no space follows the {@code #}, as in {@code item #4}.
     *
     * @return true if it looks more like part of a text than like a comment
     */
    public boolean isTight() {
        String said = text.replaceFirst("^#+", "");
        return !said.isEmpty() && !Character.isWhitespace(said.charAt(0));
    }
}
