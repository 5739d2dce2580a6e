package dev.remit.check;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A lock is not written like one, or names what neither of two bundles has. */
public final class InvalidLockException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final transient Optional<String> help;

    InvalidLockException(String sentence, Optional<String> help) {
        super(sentence);
        this.sentence = requireNonNull(sentence, "sentence");
        this.help = requireNonNull(help, "help");
    }

    InvalidLockException(String sentence, String help) {
        this(sentence, Optional.of(help));
    }

    /** What is wrong, on one line. */
    public String sentence() {
        return sentence;
    }

    /** What to do about it, if there is advice. */
    public Optional<String> help() {
        return help;
    }
}
