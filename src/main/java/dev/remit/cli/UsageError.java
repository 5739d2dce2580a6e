package dev.remit.cli;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Words;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

    /** The error that a file cannot be read, with the reason. */
    static UsageError unreadable(Path file, IOException reason) {
        String name = Words.whole(file.toString());
        if (reason instanceof NoSuchFileException) {
            return new UsageError("there is no file " + name, Optional.empty());
        }
        if (reason instanceof CharacterCodingException) {
            return new UsageError(name + " is no text in UTF-8", Optional.empty());
        }
        return new UsageError(
                Files.isDirectory(file) ? name + " is a folder, not a file" : "the system does not let us read " + name,
                Optional.empty());
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
