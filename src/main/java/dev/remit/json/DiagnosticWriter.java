package dev.remit.json;

import dev.remit.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Diagnostics as a JSON list, in the order given; one object a line, so that the list can be read by people, too. */
public final class DiagnosticWriter {
    private DiagnosticWriter() {}

    /** The list, without a line end after it. */
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
