package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A smallest part of a policy's files that carries meaning, as it was written: one key of a rule, a named condition, a named
 * set, one mode of a route. The policy itself holds what these amount to; this is where an edit is seen.
 *
 * @param path where it stands, such as {@code rules.research-run.when} or {@code conditions.active-study}
 * @param text what is written there, whatever its layout and order
 * @param uses what it names that stands elsewhere: conditions, sets, and what the work category of a rule says for it
 */
public record WrittenPart(PolicyPath path, String text, Set<PolicyPath> uses) {
    public WrittenPart {
        requireNonNull(path, "path");
        requireNonNull(text, "text");
        uses = Set.copyOf(uses);
    }
}
