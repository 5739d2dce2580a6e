package dev.remit.grammar;

import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.notEmpty;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.text;

import dev.remit.diagnostic.Code;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;

/** The key that declares findings to be on purpose, wherever there can be findings. */
final class OnPurpose {
    private static final Keys REASONS = notEmpty(mapping(
            "a mapping of findings to reasons",
            meant(Code.PERMIT_WITHOUT_LIMITS, "Why the rule permits everything there is"),
            meant(Code.RULE_IMPLIED, "Why there is a rule that changes nothing"),
            meant(Code.PERMIT_ALWAYS_FORBIDDEN, "Why there is a permit of which everything is forbidden"),
            meant(Code.CONDITION_WITHOUT_EFFECT, "Why the condition of the rule says more than makes a difference"),
            meant(Code.STANCE_NEVER_GRANTS, "Why the rule has a stance that never lets patients be included"),
            meant(Code.UNCITED_RULE, "Why the rule cites nothing"),
            meant(Code.ROLE_WITHOUT_ACCESS, "Why nothing is permitted in the role"),
            meant(Code.LEVEL_WITHOUT_ACCESS, "Why nothing is permitted on the level"),
            meant(Code.FACT_WITHOUT_EFFECT, "Why rules mention the fact though no answer hangs on it"),
            meant(Code.OBLIGATION_NEVER_REACHED, "Why no grant carries the obligation"),
            meant(Code.FINISHED_WITHOUT_LAST_DAY, "Why nobody knows when the project finished"),
            meant(Code.DUTIES_NOT_SEPARATED, "Why the person may do what an invariant keeps apart"),
            meant(Code.FORBIDDEN_IN_ANOTHER_ROLE, "Why the person has a role that permits what another forbids")));

    static final Shape.Key ON_PURPOSE = optional(
            "on-purpose",
            new Named("on-purpose", () -> REASONS),
            "What `check` finds here though it is meant, each with the reason");

    private OnPurpose() {}

    private static Shape.Key meant(Code code, String why) {
        return optional(code.id(), text(), why);
    }
}
