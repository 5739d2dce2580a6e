package dev.remit.live;

/** No policy is in force, so that nothing is answered: the live policy has expired, or never had one. */
public final class NotInForceException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotInForceException(String message) {
        super(message);
    }
}
