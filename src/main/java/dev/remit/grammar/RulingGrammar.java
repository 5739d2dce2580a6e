package dev.remit.grammar;

import static dev.remit.grammar.Forms.byId;
import static dev.remit.grammar.Forms.idsOf;
import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.notEmpty;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;
import static dev.remit.grammar.Forms.setOf;
import static dev.remit.grammar.Forms.text;
import static dev.remit.grammar.Forms.titleOr;

import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Named;

/** The grammar of rulings: readings of what the sources leave open, each perhaps with what would differ under another. */
final class RulingGrammar {
    private static final Shape.Key OR = optional(
            "or",
            mapping(
                    "another reading",
                    required("title", text(), "The other reading in a sentence"),
                    optional("without", idsOf(Namespace.RULE), "The rules there would not be"),
                    optional(
                            "rules",
                            byId(
                                    "a mapping of rules to what they would say",
                                    Namespace.RULE,
                                    notEmpty(mapping(
                                            "what a rule would say",
                                            optional("roles", setOf(Namespace.ROLE), "The roles it would be about"),
                                            optional(
                                                    "to",
                                                    setOf(Namespace.ACTIVITY),
                                                    "The activities it would be about"),
                                            optional("levels", setOf(Namespace.LEVEL), "The levels it would be about"),
                                            optional("via", setOf(Namespace.ROUTE), "The routes it would be about"),
                                            optional(
                                                    "when",
                                                    RuleGrammar.CONDITION,
                                                    "The condition under which it would apply"),
                                            optional(
                                                    "opt-outs",
                                                    RuleGrammar.STANCES.shape(),
                                                    "Its stances, for each opt-out register that is named"),
                                            optional(
                                                    "obligations",
                                                    idsOf(Namespace.OBLIGATION),
                                                    "The duties that would come with it"))),
                                    "What this rule would say; what is left out stays as it is"),
                            "The rules that would say something else"),
                    optional(
                            "also",
                            new Items("a list of rules", RuleGrammar.RULE, false),
                            "The rules there would be as well; one of a work category names it under `in`"),
                    optional(
                            "conditions",
                            byId(
                                    "a mapping of named conditions to what they would be",
                                    Namespace.CONDITION,
                                    RuleGrammar.CONDITION,
                                    "What this condition would be"),
                            "The named conditions that would be something else")),
            "What would differ if it were decided the other way; `remit rulings` says who would gain or lose");

    private static final ByForm SHAPE = titleOr(mapping(
            "a ruling",
            VocabularyGrammar.TITLE,
            VocabularyGrammar.DESCRIPTION,
            optional("cites", idsOf(Namespace.CLAUSE), "The clauses it reads"),
            OR,
            VocabularyGrammar.UNUSED,
            OnPurpose.ON_PURPOSE));

    /** A ruling: a title, or a mapping with one. */
    static final Named RULING = new Named("ruling", () -> SHAPE);

    private RulingGrammar() {}
}
