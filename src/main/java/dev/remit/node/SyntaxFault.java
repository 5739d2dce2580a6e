package dev.remit.node;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Words the syntax errors of SnakeYAML plainly, and points at the place to correct. */
final class SyntaxFault {

    private static final String QUOTE_IT = "if it is part of a text, put the whole text in quotes";

    private final SourceFile file;
    private final String problem;
    private final String context;
    private final Mark at;
    /** The beginning of the construct that could not be finished. */
    private final Mark begun;

    private SyntaxFault(SourceFile file, String problem, String context, Mark at, Mark begun) {
        this.file = file;
        this.problem = problem;
        this.context = context;
        this.at = at;
        this.begun = begun;
    }

    static void report(MarkedYAMLException fault, SourceFile file, Diagnostics diagnostics) {
        @Nullable Mark at = fault.getProblemMark() == null ? fault.getContextMark() : fault.getProblemMark();
        if (at == null) {
            diagnostics.report(Code.SYNTAX_ERROR, Span.startOf(file.name()), "the file cannot be read as YAML");
            return;
        }
        @Nullable Mark begun = fault.getContextMark();
        String problem = Objects.requireNonNullElse(fault.getProblem(), "");
        String context = Objects.requireNonNullElse(fault.getContext(), "");
        if (context.contains("directive") || problem.contains("directive")) {
            reportDirective(at, file, diagnostics);
            return;
        }
        Said said = new SyntaxFault(file, problem, context, at, begun == null ? at : begun).said();
        diagnostics.report(Code.SYNTAX_ERROR, said.span(), said.message(), Optional.of(said.help()));
    }

    static void reportDirective(Mark at, SourceFile file, Diagnostics diagnostics) {
        Span span = Span.within(file.name(), at.getLine() + 1, 1, 1);
        diagnostics.report(Code.DIRECTIVE, span, "a line cannot begin with `%`", "delete the line");
    }

    private Said said() {
        if (problem.contains("(TAB)")) {
            return said(
                    here(1), "expected spaces, found a tab", "indent with spaces; tabs can only stand inside a text");
        }
        if (problem.contains("cannot start any token")) {
            return said(here(1), "text cannot begin with " + character(), "put the text in quotes");
        }
        if (context.contains("quoted scalar")) {
            return quotes();
        }
        if (context.contains("simple key")) {
            return said(
                    restOfLine(begun),
                    "expected `:` after the key " + Words.quoted(rest(begun).strip()),
                    "write `key: value`; text that goes on in a second line must be indented more than its key");
        }
        if (context.contains("anchor")
                || context.contains("alias")
                || context.contains("scanning a tag")
                || problem.contains("tag handle")) {
            return said(
                    one(begun),
                    "text cannot begin with " + character(begun),
                    file.text().startsWith("*", begun.getIndex())
                            ? "put the text in quotes; for every one there is, write `any`"
                            : file.text().startsWith("!", begun.getIndex())
                                    ? "put the text in quotes; for what does not hold, write `{not: ...}`"
                                    : "put the text in quotes");
        }
        if (context.contains("block scalar")) {
            return said(
                    here(1),
                    "expected the end of the line after " + character(begun) + ", found " + character(),
                    "begin the text on the next line; if the sign is part of it, put the text in quotes");
        }
        if (context.contains("flow")) {
            return brackets();
        }
        if (problem.contains("<block end>")) {
            return block();
        }
        return position();
    }

    private Said quotes() {
        if (problem.contains("hexadecimal") || problem.contains("escape")) {
            int backslash = Math.max(0, file.text().lastIndexOf('\\', at.getIndex()));
            String escape = file.text()
                    .substring(backslash, Math.min(backslash + 2, file.text().length()));
            int column = Math.max(1, at.getColumn() + 1 - (at.getIndex() - backslash));
            return said(
                    Span.within(file.name(), at.getLine() + 1, column, 2),
                    "unknown escape " + Words.quoted(escape),
                    "write `\\\\` for a backslash, or put the text in single quotes");
        }
        return said(
                one(begun),
                "text in quotes is not closed",
                "close it with " + character(begun) + "; text after a quoted part needs quotes around the whole");
    }

    private Said brackets() {
        boolean list = context.contains("sequence");
        if (problem.contains("expected ','")) {
            String close = list ? "`]`" : "`}`";
            if (at.getLine() == begun.getLine() && !atEndOfLine()) {
                return said(
                        here(1),
                        "expected `,` or " + close + ", found " + character(),
                        "quote a text that holds any of `, [ ] { }` or `: `");
            }
            return said(
                    one(begun),
                    (list ? "list" : "mapping") + " is not closed",
                    "close it with " + close + ", and separate its parts with `,`");
        }
        return said(here(1), "expected a value, found " + character(), QUOTE_IT);
    }

    private Said block() {
        boolean inList = context.contains("collection");
        boolean startsLine = before(at).isBlank();
        if (problem.contains("'-'")) {
            return said(here(1), "expected a key, found the `-` of a list item", "indent the list more than its key");
        }
        if (!startsLine) {
            return said(
                    here(1),
                    "expected the end of the line, found " + character(),
                    "a text that goes on after a quote or bracket needs quotes around the whole of it");
        }
        if (at.getColumn() != begun.getColumn()) {
            return said(
                    here(1),
                    "expected an indent of " + begun.getColumn() + ", as in line " + (begun.getLine() + 1) + ", found "
                            + at.getColumn(),
                    "indent what belongs together alike");
        }
        return inList
                ? said(
                        here(1),
                        "expected a list item, begun with `-`, found " + character(),
                        "indent the list more than the keys around it")
                : said(here(1), "expected a key, found " + character(), "write `key: value`");
    }

    private Said position() {
        if (problem.contains("mapping values")) {
            return colon();
        }
        if (problem.contains("sequence entries")) {
            return said(
                    here(1),
                    "a list cannot begin here",
                    "begin each item on a line of its own, or write `[one, another]`");
        }
        if (problem.contains("document start")) {
            return said(
                    here(1), "expected the end of the file, found " + character(), "check how the line is indented");
        }
        if (problem.contains("node content")) {
            return said(here(1), "expected a value, found " + character(), QUOTE_IT);
        }
        return said(here(1), character() + " cannot stand here", QUOTE_IT);
    }

    /** A colon too many: in a text, or because the line was read as a continuation of the one above. */
    private Said colon() {
        String before = before(at);
        String key = before.strip();
        if (key.contains(":") || key.contains(" ")) {
            return said(here(1), "`: ` cannot stand in a text without quotes", "put the text in quotes");
        }
        int length = Math.max(1, key.codePointCount(0, key.length()));
        int start = Math.max(1, at.getColumn() + 1 - length);
        return said(
                Span.within(file.name(), at.getLine() + 1, start, length),
                "this line goes on with the text of the line above, so it cannot have a key",
                "indent it like its neighbours; if the line above is a key, it lacks its `:`");
    }

    private static Said said(Span span, String message, String help) {
        return new Said(span, message, help);
    }

    private Span here(int length) {
        return Span.within(file.name(), at.getLine() + 1, at.getColumn() + 1, length);
    }

    private Span one(Mark mark) {
        return Span.within(file.name(), mark.getLine() + 1, mark.getColumn() + 1, 1);
    }

    private Span restOfLine(Mark mark) {
        String rest = rest(mark).stripTrailing();
        int length = rest.codePointCount(0, rest.length());
        return Span.within(file.name(), mark.getLine() + 1, mark.getColumn() + 1, Math.max(1, length));
    }

    private boolean atEndOfLine() {
        return at.getIndex() >= file.text().length()
                || "\r\n".indexOf(file.text().charAt(at.getIndex())) >= 0;
    }

    private String character() {
        return character(at);
    }

    private String character(Mark mark) {
        if (mark.getIndex() >= file.text().length()) {
            return "the end of the file";
        }
        int point = file.text().codePointAt(mark.getIndex());
        if (point == '\n' || point == '\r') {
            return "the end of the line";
        }
        return point == '`' ? "a backtick" : Words.quoted(Character.toString(point));
    }

    /** The line up to a mark. */
    private String before(Mark mark) {
        int start = mark.getIndex();
        while (start > 0 && "\r\n".indexOf(file.text().charAt(start - 1)) < 0) {
            start--;
        }
        return file.text().substring(start, mark.getIndex());
    }

    /** The line from a mark on. */
    private String rest(Mark mark) {
        int end = mark.getIndex();
        while (end < file.text().length() && "\r\n".indexOf(file.text().charAt(end)) < 0) {
            end++;
        }
        return file.text().substring(mark.getIndex(), end);
    }

    /** A position with a message and help. */
    private record Said(Span span, String message, String help) {}
}
