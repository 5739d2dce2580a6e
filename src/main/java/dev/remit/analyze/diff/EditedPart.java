package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import dev.remit.model.PolicyPath;
import java.util.Optional;

/**
 * A smallest part of the files of a policy that is written differently, is new, or is gone. A rule, condition or other part
 * that is new or gone as a whole is one.
 *
 * @param path where it stands
 * @param before what was written there; empty if it is new
 * @param after what is written there now; empty if it is gone
 */
public record EditedPart(PolicyPath path, Optional<String> before, Optional<String> after) {
    public EditedPart {
        requireNonNull(path, "path");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }
}
