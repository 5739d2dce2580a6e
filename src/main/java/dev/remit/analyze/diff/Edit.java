package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import dev.remit.model.PolicyPath;
import java.util.Optional;

/**
 * A part of a policy that means something else than before, is new, or is gone. Rewording and reordering are no edits.
 *
 * @param path the part, such as {@code rules.research-run}, {@code vocabulary.routes.direct} or {@code policy} for its
 *     time zone
 * @param before what it said, in the form digests are made of; empty if it is new
 * @param after what it says; empty if it is gone
 * @param direction which way access may go by this alone, where questions cannot show it: a definition of lists, of where
 *     facts are known from, or of days may let in anybody, and counts as wider; so does a longer closed list
 * @param changesAnswers whether some change of access or of reasons comes of it
 * @param list what is otherwise about the closed list of an attribute that was there and still is
 */
public record Edit(
        PolicyPath path,
        Optional<String> before,
        Optional<String> after,
        AccessChange.Direction direction,
        boolean changesAnswers,
        Optional<ListEdit> list) {
    public Edit {
        requireNonNull(path, "path");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(direction, "direction");
        requireNonNull(list, "list");
    }

    /** Whether something that was there and still is means something else. */
    public boolean isRedefined() {
        return before.isPresent() && after.isPresent();
    }

    Edit changing() {
        return new Edit(path, before, after, direction, true, list);
    }
}
