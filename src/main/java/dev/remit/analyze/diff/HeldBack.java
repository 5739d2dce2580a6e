package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import dev.remit.model.PolicyPath;
import java.util.List;

/**
 * What keeps an edit from changing any answer.
 *
 * @param why the reason
 * @param by the rules or constraints that it is; empty if it is none
 */
public record HeldBack(Why why, List<PolicyPath> by) {
    public HeldBack {
        requireNonNull(why, "why");
        by = by.stream().sorted().distinct().toList();
    }

    /** Why an edit changes no answer. */
    public enum Why {
        /** What it is about is forbidden all the same. */
        FORBIDDEN,
        /** What it is about is permitted all the same, on the same terms. */
        PERMITTED_ANYWAY,
        /** What it is about cannot be. */
        IMPOSSIBLE,
        /** Nothing permits what it is about. */
        NOTHING_PERMITS,
        /** It comes to the same in every situation. */
        SAME_EVERYWHERE,
        /** It is about who could change something, which advice alone uses. */
        ADVICE_ALONE,
        /** No rule asks for it. */
        NOT_ASKED
    }
}
