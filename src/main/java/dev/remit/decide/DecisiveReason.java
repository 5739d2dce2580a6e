package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.util.Optional;

/**
 * What decides an answer: the first thing that whoever asked should read.
 *
 * @param kind in which way it decides
 * @param rule the rule that grants or forbids, or that came nearest
 * @param constraint the constraint that the question breaks
 * @param invariant the invariant that a yes would break
 * @param clause the sentence of the sources that says so
 * @param ruling the ruling that says so, where it is not a sentence of the sources
 * @param text the reason in a sentence, with the titles of the policy's words
 */
public record DecisiveReason(
        Kind kind,
        Optional<Id.Rule> rule,
        Optional<Id.Constraint> constraint,
        Optional<Id.Invariant> invariant,
        Optional<Explanation.Cited> clause,
        Optional<Explanation.Cited> ruling,
        String text) {
    public DecisiveReason {
        requireNonNull(kind, "kind");
        requireNonNull(rule, "rule");
        requireNonNull(constraint, "constraint");
        requireNonNull(invariant, "invariant");
        requireNonNull(clause, "clause");
        requireNonNull(ruling, "ruling");
        requireNonNull(text, "text");
    }

    /** In which way something decides an answer. */
    public enum Kind {
        /** A rule grants it. */
        GRANTED("granted"),
        /** A rule forbids it. */
        FORBIDDEN("forbidden"),
        /** No rule lets anybody do this to this level. */
        NOBODY("nobody"),
        /** Other roles may, and this one may not. */
        OTHER_ROLES("other-roles"),
        /** The role may, for other purposes. */
        OTHER_PURPOSES("other-purposes"),
        /** The role may, by other routes. */
        OTHER_ROUTES("other-routes"),
        /** The role may, if other things are so. */
        CONDITIONS("conditions"),
        /** The question describes what cannot be. */
        INCONSISTENT("inconsistent"),
        /** It hangs on what was not said. */
        UNSAID("unsaid");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word used in answers. */
        public String word() {
            return word;
        }
    }

    /** The clause or ruling that says so, if one does. */
    public Optional<Explanation.Cited> sentence() {
        return clause.or(() -> ruling);
    }
}
