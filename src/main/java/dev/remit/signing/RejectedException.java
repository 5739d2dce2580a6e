package dev.remit.signing;

/** Thrown for a key, note, checkpoint or proof that does not follow its format, or that no known key has signed. */
public final class RejectedException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * A rejection.
     *
     * @param message the fault, in lower case and on one line
     */
    public RejectedException(String message) {
        super(message);
    }
}
