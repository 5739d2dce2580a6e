package dev.remit.http;

/** Nothing is answered now: no policy is in force. */
public final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says why nothing is answered, in words for an operator. */
    public UnavailableException(String reason) {
        super(reason);
    }
}
