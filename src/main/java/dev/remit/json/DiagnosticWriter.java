package dev.remit.json;

import dev.remit.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes diagnostics as a JSON list, in the given order, with one object a line so that people can read it too. */
public final class DiagnosticWriter {
    private DiagnosticWriter() {}

    /** Writes the list, without a line end after it. */
    public static String write(List<Diagnostic> diagnostics) {
        return diagnostics.isEmpty()
                ? "[]"
                : diagnostics.stream()
                        .map(each -> JsonText.object(json -> members(json, each)))
                        .collect(Collectors.joining(",\n ", "[", "]"));
    }

    private static void members(JsonText json, Diagnostic diagnostic) throws IOException {
        json.text("code", diagnostic.code().id());
        json.text("severity", diagnostic.severity().word());
        json.text("file", diagnostic.span().file());
        json.number("line", diagnostic.span().line());
        json.number("column", diagnostic.span().column());
        json.number("endLine", diagnostic.span().endLine());
        json.number("endColumn", diagnostic.span().endColumn());
        json.text("message", diagnostic.message());
        json.textOrNull("help", diagnostic.help());
        if (!diagnostic.questions().isEmpty()) {
            json.raw("questions", diagnostic.questions());
        }
    }
}
