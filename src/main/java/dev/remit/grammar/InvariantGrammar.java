package dev.remit.grammar;

import static dev.remit.grammar.Forms.byId;
import static dev.remit.grammar.Forms.idOf;
import static dev.remit.grammar.Forms.idsOf;
import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.oneOf;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;
import static dev.remit.grammar.Forms.setOf;
import static dev.remit.grammar.Forms.text;

import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Choice;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grammar of invariants: what a policy must never or always do. */
final class InvariantGrammar {

    /** The questions and grants that an invariant covers. */
    static final Named SCOPE = new Named("scope", () -> InvariantGrammar.SCOPE_SHAPE);

    /** One invariant. */
    static final Named INVARIANT = new Named("invariant", () -> InvariantGrammar.INVARIANT_SHAPE);

    static final Shape.Key INVARIANTS = required(
            "invariants",
            new Items("a list of invariants", INVARIANT, false),
            "What holds for every possible question, whatever else is edited; order does not matter");

    private static final Keys SCOPE_SHAPE = scope();
    private static final ByKey INVARIANT_SHAPE = invariant();

    private InvariantGrammar() {}

    private static Keys scope() {
        return mapping(
                "a scope",
                optional("roles", setOf(Namespace.ROLE), "The roles it speaks of; all if left out"),
                optional("to", setOf(Namespace.ACTIVITY), "The activities it speaks of; all if left out"),
                optional("levels", setOf(Namespace.LEVEL), "The levels of data it speaks of; all if left out"),
                optional("in", setOf(Namespace.CATEGORY), "The work categories it speaks of; all if left out"),
                optional("via", setOf(Namespace.ROUTE), "The routes it speaks of; all if left out"),
                optional("when", RuleGrammar.CONDITION, "The condition under which it speaks; always if left out"),
                optional(
                        "asked",
                        byId(
                                "a mapping of opt-out registers to wishes",
                                Namespace.REGISTER,
                                new Items("a list of wishes", oneOf("include", "exclude", "unstated"), true),
                                "What is asked about the patients of this register"),
                        "What is asked about patients who opted out; anything if left out"),
                optional(
                        "population",
                        byId(
                                "a mapping of opt-out registers to treatments",
                                Namespace.REGISTER,
                                new Items("a list of treatments", treatment(), true),
                                "How the patients of this register are treated"),
                        "How grants treat patients who opted out; in any way if left out"),
                optional("obligations", idsOf(Namespace.OBLIGATION), "Duties that grants carry; any if left out"));
    }

    private static Word treatment() {
        return oneOf(
                "included",
                "excluded-by-filter",
                "declaration-required",
                "included-by-declaration",
                "excluded-by-declaration",
                "not-enforceable",
                "settled-upstream",
                "not-applicable");
    }

    private static ByKey invariant() {
        return new ByKey(
                "an invariant",
                List.of(
                        form("never", required("never", SCOPE, "What is never permitted")),
                        form("always", required("always", SCOPE, "What is always permitted")),
                        form(
                                "only",
                                required("only", SCOPE, "Where all of it lies"),
                                required("may", SCOPE, "What is permitted nowhere else")),
                        form(
                                "whenever",
                                required("whenever", SCOPE, "What is permitted"),
                                required("then", SCOPE, "What then holds of the question and of each of its grants")),
                        form(
                                "whoever-may",
                                required("whoever-may", SCOPE, "What somebody may do"),
                                required("may-not", SCOPE, "What the same person may then not do"),
                                optional(
                                        "for",
                                        oneOf("same-project", "any-project"),
                                        "Whether only both for the `same-project` count, or both at all, each for"
                                                + " `any-project`; `same-project` if left out")),
                        form(
                                "no-more",
                                required("no-more", comparison(), "What has no more access than what"),
                                optional("where", SCOPE, "Of which questions; of all if left out")),
                        form(
                                "hangs-on-none-of",
                                required(
                                        "hangs-on-none-of",
                                        idsOf(Namespace.FACT),
                                        "Facts that make no difference to what is permitted"),
                                optional("where", SCOPE, "Of which questions; of all if left out"))));
    }

    private static ByKey comparison() {
        return new ByKey(
                "a comparison",
                List.of(
                        new Choice(
                                "role",
                                mapping(
                                        "a comparison of roles",
                                        required("role", idOf(Namespace.ROLE), "The role that may do no more"),
                                        required(
                                                "than",
                                                idOf(Namespace.ROLE),
                                                "The role that may do at least as much"))),
                        new Choice(
                                "level",
                                mapping(
                                        "a comparison of levels",
                                        required("level", idOf(Namespace.LEVEL), "The level no more is done to"),
                                        required(
                                                "than",
                                                idOf(Namespace.LEVEL),
                                                "The level at least as much may be done to")))));
    }

    private static Choice form(String key, Shape.Key... claim) {
        List<Shape.Key> keys = new ArrayList<>();
        keys.add(required("id", new Word(Forms.newId(Namespace.INVARIANT)), "How reports name the invariant"));
        keys.add(optional("title", text(), "What it claims, in one line"));
        keys.addAll(List.of(claim));
        keys.add(optional("because", text(), "Why it must hold"));
        keys.add(optional("cites", idsOf(Namespace.CLAUSE, Namespace.RULING), "The clauses and rulings it comes from"));
        return new Choice(key, new Keys("an invariant", keys, Optional.empty(), true, Map.of()));
    }
}
