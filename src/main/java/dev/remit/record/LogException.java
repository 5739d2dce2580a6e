package dev.remit.record;

import java.io.IOException;

/**
 * Thrown if a log cannot be written or read in its present state; the message is one sentence in lower case that says
 * why.
 */
public final class LogException extends IOException {
    private static final long serialVersionUID = 1;

    LogException(String message) {
        super(message);
    }

    LogException(String message, Throwable cause) {
        super(message, cause);
    }
}
