package dev.remit.node;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Reports the anchors and tags before a value. */
final class NodeMarks {

    private static final String WORD = "![A-Za-z0-9][A-Za-z0-9._-]*";
    private static final String PART_OF_TEXT = "delete it, or quote it if it is part of a text";

    private NodeMarks() {}

    /**
     * Reports the marks of an event. Their positions are found in the text, since SnakeYAML only gives the beginning of
     * the first.
     */
    static void report(NodeEvent event, @Nullable String tag, SourceFile file, Diagnostics diagnostics) {
        int marks = (event.getAnchor() == null ? 0 : 1) + (tag == null ? 0 : 1);
        String text = file.text();
        int at = event.getStartMark().getIndex();
        for (int i = 0; i < marks; i++) {
            int end = endOf(text, at);
            if (end == at) {
                return; // It is on a later line. One fault is enough to refuse the file.
            }
            String mark = text.substring(at, end);
            Span span = span(event.getStartMark(), at, mark, file);
            if (mark.startsWith("&")) {
                String message = Words.quoted(mark) + " would name this value for use elsewhere";
                diagnostics.report(Code.ANCHOR, span, message, PART_OF_TEXT);
            } else {
                String message = Words.quoted(mark) + " would give this value a type";
                diagnostics.report(Code.TAG, span, message, PART_OF_TEXT);
            }
            at = end;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
    }

    /**
     * Reads a mark such as {@code !trained} without a value as a word, since other languages write "not" in this way.
     * It is reported once the meaning of the word is known; it is never read as a text.
     */
    static Optional<Scalar> word(ScalarEvent event, SourceFile file) {
        int start = event.getStartMark().getIndex();
        boolean isAlone = event.getAnchor() == null
                && event.getTag() != null
                && event.getValue().isEmpty()
                && event.getScalarStyle() == ScalarStyle.PLAIN;
        int end = endOf(file.text(), start);
        if (!isAlone || !file.text().substring(start, end).matches(WORD)) {
            return Optional.empty();
        }
        String word = file.text().substring(start, end);
        return Optional.of(new Scalar(word, span(event.getStartMark(), start, word, file), false));
    }

    private static int endOf(String text, int start) {
        String ends = text.startsWith("!<", start) ? " \t\r\n" : " \t\r\n,]}";
        int end = start;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static Span span(Mark first, int at, String mark, SourceFile file) {
        int offset = file.text().codePointCount(first.getIndex(), at);
        int column = first.getColumn() + 1 + offset;
        return Span.within(file.name(), first.getLine() + 1, column, mark.codePointCount(0, mark.length()));
    }
}
