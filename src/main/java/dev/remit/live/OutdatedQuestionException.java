package dev.remit.live;

/** A question, or a part of one, was prepared in words that the policy in force does not have, or has otherwise. */
public final class OutdatedQuestionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    OutdatedQuestionException(String message) {
        super(message);
    }

    OutdatedQuestionException(String message, Throwable cause) {
        super(message, cause);
    }
}
