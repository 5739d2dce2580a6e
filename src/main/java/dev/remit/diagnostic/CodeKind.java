package dev.remit.diagnostic;

/** The severity of a code, and whether the JSON Schema finds it. */
enum CodeKind {
    ERROR,
    /** An error that a JSON Schema finds. */
    SHAPE,
    WARNING,
    NOTE;

    Severity severity() {
        return switch (this) {
            case WARNING -> Severity.WARNING;
            case NOTE -> Severity.NOTE;
            case ERROR, SHAPE -> Severity.ERROR;
        };
    }
}
