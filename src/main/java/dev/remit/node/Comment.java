package dev.remit.node;

import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.Optional;

/**
 * A comment that ends a word or text without quotes on its own line. YAML reads what follows {@code  #} as a comment, even
 * where somebody meant it to be part of the text.
 *
 * @param span where it stands, from the {@code #} to the end of the line
 * @param text the whole of it, its {@code #} included
 */
public record Comment(Span span, String text) {

    /** The comment after a place in a file, if nothing but blanks lie between them in the same line. */
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
