package dev.remit.load;

import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts the list of files into the text of a policy, and leaves all else as it was written. */
final class FileListText {
    private static final String KEY = "files";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

    private final String text;
    private final String lineEnd;
    private final List<String> files;

    private FileListText(String text, List<String> files) {
        this.text = text;
        this.files = files.stream().map(FileListText::written).toList();
        lineEnd = text.contains("\r\n") ? "\r\n" : text.contains("\n") || !text.contains("\r") ? "\n" : "\r";
    }

    /**
     * The text with the list in it.
     *
     * @param policy the file
     * @param header the mapping of its header
     */
    static String of(SourceFile policy, Mapping header, List<String> files) {
        FileListText edit = new FileListText(policy.text(), files);
        boolean isFlow = policy.text()
                .startsWith("{", edit.offset(header.span().line(), header.span().column()));
        return isFlow ? edit.inBraces(header) : edit.onLines(header);
    }

    private String inBraces(Mapping header) {
        String list = KEY + ": [" + String.join(", ", files) + "]";
        return header.find(KEY)
                .map(entry -> replaced(start(entry.key()), end(entry.value()), list))
                .orElseGet(() -> header.entries().isEmpty()
                        ? replaced(start(header) + 1, start(header) + 1, list)
                        : replaced(end(last(header)), end(last(header)), ", " + list));
    }

    private String onLines(Mapping header) {
        String indent = " ".repeat(header.span().column() - 1);
        String list = files.isEmpty()
                ? KEY + ": []"
                : KEY + ":"
                        + files.stream()
                                .map(file -> lineEnd + indent + "  - " + file)
                                .collect(Collectors.joining());
        if (header.find(KEY).isPresent()) {
            Entry old = header.find(KEY).get();
            return replaced(start(old.key()), Math.max(end(old.key()) + 1, end(old.value())), list);
        }
        Entry last = header.entries().get(header.entries().size() - 1);
        // A long text ends where the next line begins, so the list goes before it, and so it does before the sources.
        boolean isShort = last.value() instanceof Scalar scalar && scalar.span().isWithinOneLine();
        Scalar next = header.find("sources").map(Entry::key).orElse(last.key());
        if (header.find("sources").isEmpty() && isShort) {
            int end = endOfLine(end(last.value()));
            return replaced(end, end, lineEnd + indent + list);
        }
        return replaced(start(next), start(next), list + lineEnd + indent);
    }

    private static Node last(Mapping mapping) {
        return mapping.entries().get(mapping.entries().size() - 1).value();
    }

    private String replaced(int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }

    private int start(Node node) {
        return offset(node.span().line(), node.span().column());
    }

    private int end(Node node) {
        Span span = node.span();
        return offset(span.endLine(), span.endColumn());
    }

    /** The index of a place, whose column counts code points. */
    private int offset(int line, int column) {
        int start = 0;
        for (int number = 1; number < line; number++) {
            start = endOfLine(start);
            start += text.startsWith("\r\n", start) ? 2 : 1;
        }
        return text.offsetByCodePoints(start, column - 1);
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static String written(String file) {
        return PLAIN.matcher(file).matches()
                ? file
                : "\"" + file.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
