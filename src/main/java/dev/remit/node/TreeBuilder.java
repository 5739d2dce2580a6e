package dev.remit.node;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Builds one tree from the events of SnakeYAML's parser.
 *
 * <p>It uses events rather than SnakeYAML's own nodes, which share the nodes of aliases, lose the positions of aliases,
 * and exist in full before any limit can be checked.
 */
final class TreeBuilder {

    /** The longest text to share: ids and keys repeat thousands of times in a large file, and each is kept once. */
    private static final int LONGEST_SHARED = 40;

    private static final int MOST_SHARED = 4_000;

    private final SourceFile file;
    private final Limits limits;
    private final Diagnostics diagnostics;
    private final Deque<OpenCollection> open = new ArrayDeque<>();
    private final Map<String, String> shared = new HashMap<>();
    private @Nullable Node root;
    private int nodes;
    private boolean done;
    private boolean abandoned;

    TreeBuilder(SourceFile file, Limits limits, Diagnostics diagnostics) {
        this.file = file;
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    /** Whether it accepts more events. */
    boolean isOpen() {
        return !done;
    }

    /** The tree, once it has all events; empty if there was nothing, or too much, to build it from. */
    Optional<Node> root() {
        return abandoned ? Optional.empty() : Optional.ofNullable(root);
    }

    void accept(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> startDocument((DocumentStartEvent) event);
            case Alias -> alias((AliasEvent) event);
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart, MappingStart -> startCollection((CollectionStartEvent) event);
            case SequenceEnd, MappingEnd -> endCollection(event);
            case StreamEnd -> endFile();
            case StreamStart, DocumentEnd, Comment -> {}
        }
    }

    private void startDocument(DocumentStartEvent event) {
        Span place = span(event.getStartMark(), event.getEndMark());
        if (root != null) {
            diagnostics.report(
                    Code.SEVERAL_DOCUMENTS,
                    Span.within(file.name(), place.line(), place.column(), 3),
                    "expected one document in a file, found another after the first",
                    "move what follows into a file of its own, or delete the `---`");
            done = true;
        } else if (file.text().startsWith("%", event.getStartMark().getIndex())) {
            SyntaxFault.reportDirective(event.getStartMark(), file, diagnostics);
        }
    }

    private void endFile() {
        done = true;
        if (root == null
                || (root instanceof Scalar scalar
                        && !scalar.quoted()
                        && scalar.text().isEmpty())) {
            root = null;
            diagnostics.report(
                    Code.EMPTY_FILE,
                    Span.startOf(file.name()),
                    "the file says nothing",
                    "begin with `remit: 1`, the version of the language");
        }
    }

    private void alias(AliasEvent event) {
        Span span = span(event.getStartMark(), event.getEndMark());
        diagnostics.report(
                Code.ALIAS,
                span,
                Words.quoted(slice(event)) + " would repeat something written elsewhere",
                "write it out here, or quote it if it is part of a text");
        add(new ErrorNode(span));
    }

    private void scalar(ScalarEvent event) {
        Span span = span(event.getStartMark(), event.getEndMark());
        ScalarStyle style = event.getScalarStyle();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            span = withoutBlankEnd(event, span);
        }
        Optional<Scalar> mark = NodeMarks.word(event, file);
        if (mark.isPresent()) {
            add(mark.get());
            return;
        }
        NodeMarks.report(event, event.getTag(), file, diagnostics);
        if (style == ScalarStyle.DOUBLE_QUOTED) {
            checkEscapes(event, span);
        }
        Optional<Comment> comment = style == ScalarStyle.PLAIN
                ? Comment.after(event.getEndMark().getIndex(), span, file)
                : Optional.empty();
        add(new Scalar(share(event.getValue()), span, style != ScalarStyle.PLAIN, comment));
    }

    private void startCollection(CollectionStartEvent event) {
        NodeMarks.report(event, event.getTag(), file, diagnostics);
        Mark start = event.getStartMark();
        boolean isFlow = event.getFlowStyle() == FlowStyle.FLOW
                && (file.text().startsWith("[", start.getIndex()) || file.text().startsWith("{", start.getIndex()));
        boolean isMapping = event.getEventId() == Event.ID.MappingStart;
        open.push(new OpenCollection(isMapping, isFlow, span(start, start), diagnostics));
        if (open.size() > limits.depth()) {
            abandon(Code.TOO_DEEP, span(start, start), "expected at most " + limits.depth() + " levels of nesting");
        }
    }

    private void endCollection(Event event) {
        Node collection = open.pop().close(span(event.getStartMark(), event.getEndMark()));
        add(collection);
    }

    private void add(Node node) {
        if (++nodes > limits.nodes()) {
            abandon(Code.TOO_MANY_NODES, node.head(), "expected at most " + limits.nodes() + " values in one file");
        } else if (open.isEmpty()) {
            root = node;
        } else {
            open.peek().add(node);
        }
    }

    private void abandon(Code code, Span span, String message) {
        diagnostics.report(code, span, message);
        abandoned = true;
        done = true;
    }

    /** Reports forbidden characters from escapes such as {@code "\u202e"}, which the text of the file does not show. */
    private void checkEscapes(ScalarEvent event, Span span) {
        event.getValue()
                .codePoints()
                .filter(point -> Characters.isForbidden(point) && file.text().indexOf(point) < 0)
                .distinct()
                .forEach(point -> diagnostics.report(
                        Code.INVISIBLE_CHARACTER,
                        span,
                        "this text holds the character " + Characters.named(point) + ", written as an escape",
                        "leave it out"));
    }

    /** The span of a block scalar without trailing blanks: the parser lets it end where the next token begins. */
    private Span withoutBlankEnd(ScalarEvent event, Span span) {
        String text = file.text();
        int start = event.getStartMark().getIndex();
        int end = Math.min(event.getEndMark().getIndex(), text.length());
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int line = span.line();
        int lineStart = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n')) {
                line++;
                lineStart = i + 1;
            }
        }
        int column = text.codePointCount(lineStart, end) + (line == span.line() ? span.column() : 1);
        return new Span(file.name(), span.line(), span.column(), line, column);
    }

    private String slice(Event event) {
        return file.text()
                .substring(event.getStartMark().getIndex(), event.getEndMark().getIndex());
    }

    private String share(String text) {
        if (text.length() > LONGEST_SHARED) {
            return text;
        }
        String known = shared.size() < MOST_SHARED ? shared.putIfAbsent(text, text) : shared.get(text);
        return known == null ? text : known;
    }

    private Span span(Mark start, Mark end) {
        return new Span(
                file.name(), start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }
}
