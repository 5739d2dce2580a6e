package dev.remit.grammar;

import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.notEmpty;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.text;

import dev.remit.diagnostic.Code;
import java.util.List;

/** What can be said to be on purpose, in each place where something can be found. */
final class OnPurpose {
    /** The key under which it is said. */
    static final String KEY = "on-purpose";

    static final Shape.Key PERMIT = key(
            Code.PERMIT_ALWAYS_FORBIDDEN,
            Code.RULE_IMPLIED,
            Code.CONDITION_WITHOUT_EFFECT,
            Code.STANCE_NEVER_GRANTS,
            Code.UNCITED_RULE);
    static final Shape.Key FORBID = key(Code.RULE_IMPLIED, Code.CONDITION_WITHOUT_EFFECT, Code.UNCITED_RULE);
    static final Shape.Key ROLE = key(Code.ROLE_WITHOUT_ACCESS);
    static final Shape.Key LEVEL = key(Code.LEVEL_WITHOUT_ACCESS);
    static final Shape.Key FACT = key(Code.FACT_WITHOUT_EFFECT);
    static final Shape.Key OBLIGATION = key(Code.OBLIGATION_NEVER_REACHED);
    static final Shape.Key PERSON = key(Code.DUTIES_NOT_SEPARATED);

    private OnPurpose() {}

    private static Shape.Key key(Code... codes) {
        Shape.Key[] reasons = List.of(codes).stream()
                .map(code -> optional(code.id(), text(), meant(code)))
                .toArray(Shape.Key[]::new);
        return optional(
                KEY,
                notEmpty(mapping("a mapping of findings to reasons", reasons)),
                "What `check` finds here though it is meant, each with the reason");
    }

    private static String meant(Code code) {
        return switch (code) {
            case PERMIT_ALWAYS_FORBIDDEN -> "Why there is a permit of which everything is forbidden";
            case RULE_IMPLIED -> "Why there is a rule that changes nothing";
            case CONDITION_WITHOUT_EFFECT -> "Why its condition says more than makes a difference";
            case STANCE_NEVER_GRANTS -> "Why it has a stance that never lets patients be included";
            case UNCITED_RULE -> "Why it cites nothing";
            case ROLE_WITHOUT_ACCESS -> "Why nothing is permitted in it";
            case LEVEL_WITHOUT_ACCESS -> "Why nothing is permitted on it";
            case FACT_WITHOUT_EFFECT -> "Why rules mention it though no answer hangs on it";
            case OBLIGATION_NEVER_REACHED -> "Why no grant carries it";
            case DUTIES_NOT_SEPARATED -> "Why this person may do what an invariant keeps apart";
            default -> throw new IllegalArgumentException("not to be excused: " + code);
        };
    }
}
