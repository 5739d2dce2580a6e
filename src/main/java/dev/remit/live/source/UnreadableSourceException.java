package dev.remit.live.source;

import java.io.IOException;
import java.util.List;

/** A source from which no bundle can be had now: it cannot be read or reached, or what lies there is none. */
public final class UnreadableSourceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    UnreadableSourceException(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    UnreadableSourceException(String reason) {
        this(List.of(reason));
    }

    /** Why, a sentence each. */
    public List<String> reasons() {
        return reasons;
    }
}
