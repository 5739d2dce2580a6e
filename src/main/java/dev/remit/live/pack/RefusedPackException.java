package dev.remit.live.pack;

import java.io.IOException;

/** A packed bundle was refused: it is not what was packed, or not signed by whom it must be. */
public final class RefusedPackException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message what is wrong with it, in lower case, on one line
     */
    public RefusedPackException(String message) {
        super(message);
    }
}
