package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A change of what the files of two bundles say beyond what policy and registers mean. It changes no access.
 *
 * @param section what sort of change it is
 * @param what what changes, as a noun: {@code invariant}, {@code title of role}, {@code version}
 * @param name the id or name of what it is about; empty if there is only one such thing
 * @param before what it said before; empty if it is new
 * @param after what it says now; empty if it is gone
 */
public record AssuranceChange(
        Section section, String what, String name, Optional<String> before, Optional<String> after) {
    public AssuranceChange {
        requireNonNull(section, "section");
        requireNonNull(what, "what");
        requireNonNull(name, "name");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change is from something or to something");
        }
    }

    /** What sort of change it is. */
    public enum Section {
        /** What would notice a mistake: invariants, suites of tests, and findings that are said to be on purpose. */
        SAFETY_NET("safety net"),
        /** What people read: titles, descriptions, reasons, citations, clauses, rulings, names and notes. */
        WORDING("wording"),
        /** What the policy says about itself. */
        HEADER("header");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        /** The words for it, in lower case. */
        public String title() {
            return title;
        }
    }
}
