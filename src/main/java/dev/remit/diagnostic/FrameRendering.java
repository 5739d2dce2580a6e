package dev.remit.diagnostic;

import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Renders a diagnostic with the lines it is about, for people.
 *
 * <pre>
 * error[unknown-role]: role `approvr` is not declared
 *   --&gt; policy/example/policy.yaml:14:13
 * 14 |     roles: [approvr]
 *    |             ^^^^^^^
 *    = help: did you mean `approver`?
 * </pre>
 *
 * <p>A span over several lines shows its first and its last. A span at the start of a file means the file as a whole,
 * and shows only its name. Characters that are invisible, or would change the display of the rest of the line, are
 * shown as {@code �}. If the file is not available, the lines are left out. Immutable and safe to share between
 * threads; tools use {@link LineRendering}.
 */
public final class FrameRendering {

    private final Map<String, LineIndex> files;

    private FrameRendering(Map<String, LineIndex> files) {
        this.files = files;
    }

    /**
     * A rendering that can show lines of some files.
     *
     * @param files the files that diagnostics may point into; of several with one name, the first counts
     * @return the rendering
     */
    public static FrameRendering of(Collection<SourceFile> files) {
        Map<String, LineIndex> indexed = new HashMap<>();
        for (SourceFile file : files) {
            indexed.computeIfAbsent(file.name(), name -> LineIndex.of(file));
        }
        return new FrameRendering(indexed);
    }

    /**
     * Renders several diagnostics in the given order, separated by empty lines.
     *
     * @param diagnostics what to render
     * @return the frames, without a line end after the last
     */
    public String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(this::render).collect(Collectors.joining("\n\n"));
    }

    /**
     * Renders one diagnostic.
     *
     * @param diagnostic what to render
     * @return several lines, without a line end after the last
     */
    public String render(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        LineIndex lines = files.get(span.file());
        boolean isOfWholeFile = span.equals(Span.startOf(span.file()));
        boolean shown = lines != null && span.endLine() <= lines.count() && !isOfWholeFile;
        String gutter = " "
                .repeat(Integer.toString(shown ? span.endLine() : span.line()).length());
        StringBuilder frame = new StringBuilder(LineRendering.title(diagnostic));
        frame.append('\n')
                .append(gutter)
                .append("--> ")
                .append(Words.visible(isOfWholeFile ? span.file() : span.toString()));
        if (lines != null && shown) {
            appendLines(frame, gutter, lines, span);
        }
        diagnostic
                .help()
                .ifPresent(help ->
                        frame.append('\n').append(gutter).append(" = help: ").append(help));
        for (String question : diagnostic.questions()) {
            frame.append('\n').append(gutter).append(" = shown by: ").append(question);
        }
        return frame.toString();
    }

    private static void appendLines(StringBuilder frame, String gutter, LineIndex lines, Span span) {
        if (span.isWithinOneLine()) {
            append(frame, gutter, span.line(), Excerpt.of(lines.line(span.line()), span.column(), span.endColumn()));
            return;
        }
        String first = lines.line(span.line());
        String last = lines.line(span.endLine());
        int indent = last.length() - last.stripLeading().length();
        append(frame, gutter, span.line(), Excerpt.of(first, span.column(), Integer.MAX_VALUE));
        if (span.endLine() > span.line() + 1) {
            frame.append('\n').append(gutter).append(" ...");
        }
        append(frame, gutter, span.endLine(), Excerpt.of(last, indent + 1, span.endColumn()));
    }

    private static void append(StringBuilder frame, String gutter, int number, Excerpt excerpt) {
        String padded = " ".repeat(gutter.length() - Integer.toString(number).length()) + number;
        frame.append('\n').append((padded + " | " + excerpt.text()).stripTrailing());
        frame.append('\n').append(gutter).append(" | ").append(excerpt.underline());
    }
}
