package dev.remit.cli;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Thrown for wrong use of the command line; nothing was done. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final transient Optional<String> help;

    UsageError(String message, Optional<String> help) {
        super(message);
        this.message = requireNonNull(message, "message");
        this.help = requireNonNull(help, "help");
    }

    UsageError(String message, String help) {
        this(message, Optional.of(help));
    }

    /** The error, in one line. */
    String message() {
        return message;
    }

    /** Advice on what to do about it. */
    Optional<String> help() {
        return help;
    }
}
