package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A word of the vocabulary that was added, removed or renamed.
 *
 * @param what what sort of word it is: {@code role}, {@code fact}, ...
 * @param before the word before; empty if it is new
 * @param after the word now; empty if it is gone
 */
public record WordChange(String what, Optional<String> before, Optional<String> after) {
    public WordChange {
        requireNonNull(what, "what");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change is from something or to something");
        }
    }

    /** Whether the word goes by another name now. */
    public boolean isRenamed() {
        return before.isPresent() && after.isPresent();
    }
}
