package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Code;
import dev.remit.source.Span;

/**
 * Something that is said to be on purpose, so that {@code check} does not report it.
 *
 * @param code what would be reported
 * @param reason why it is meant
 * @param place where it is said
 * @param covers the part of the bundle it is said of; what is found there is not reported
 */
public record Suppression(Code code, String reason, Span place, Span covers) {

    /**
     * Checks that all parts are there.
     *
     * @param code what would be reported
     * @param reason why it is meant
     * @param place where it is said
     * @param covers what it is said of
     */
    public Suppression {
        requireNonNull(code, "code");
        requireNonNull(reason, "reason");
        requireNonNull(place, "place");
        requireNonNull(covers, "covers");
    }

    /**
     * Whether something that was found is on purpose.
     *
     * @param found what was found
     * @param at where
     * @return true if it is of this kind and lies in this part
     */
    public boolean excuses(Code found, Span at) {
        return found == code && covers.holds(at);
    }
}
