package dev.remit.http.access;

import java.util.Optional;

/** An AuthZEN request is no question that the policy understands; it gets {@code false}, with the reason. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    static final String BAD_CONTEXT = "bad-context";

    private final String reason;
    private final String text;
    private final transient Optional<String> help;

    RefusedException(String reason, String text, Optional<String> help) {
        super(text);
        this.reason = reason;
        this.text = text;
        this.help = help;
    }

    static RefusedException badContext(String text) {
        return new RefusedException(BAD_CONTEXT, text, Optional.empty());
    }

    String reason() {
        return reason;
    }

    String text() {
        return text;
    }

    Optional<String> help() {
        return help;
    }
}
