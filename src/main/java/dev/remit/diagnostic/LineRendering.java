package dev.remit.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Renders a diagnostic as one line, for tests, editors and other tools.
 *
 * <p>The form is {@code file:line:column: error[code]: message (help)}. For people at a terminal, use {@link
 * FrameRendering}.
 */
public final class LineRendering {

    private LineRendering() {}

    /**
     * Renders one diagnostic.
     *
     * @param diagnostic what to render
     * @return one line, without a line end
     */
    public static String of(Diagnostic diagnostic) {
        return diagnostic.span() + ": " + title(diagnostic)
                + diagnostic.help().map(help -> " (" + help + ")").orElse("");
    }

    /**
     * Renders several diagnostics, one a line, in the given order.
     *
     * @param diagnostics what to render
     * @return the lines, without a line end after the last
     */
    public static String of(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(LineRendering::of).collect(Collectors.joining("\n"));
    }

    /** The part that both renderings share. */
    static String title(Diagnostic diagnostic) {
        return diagnostic.severity().word() + "[" + diagnostic.code().id() + "]: " + diagnostic.message();
    }
}
