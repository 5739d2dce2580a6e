package dev.remit.live.source;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A revision of git that cannot be read: there is none, or git cannot be run. */
public final class UnusableRevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final transient Optional<String> help;

    UnusableRevisionException(String sentence, Optional<String> help) {
        super(sentence);
        this.sentence = requireNonNull(sentence, "sentence");
        this.help = requireNonNull(help, "help");
    }

    UnusableRevisionException(String sentence, String help) {
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
